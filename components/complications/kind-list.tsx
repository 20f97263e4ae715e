import Link from 'next/link';
import type { KindChoice } from '#lib/view/complication-form.ts';

/** The pick list: each kind opens its form, with what it prompts beside it. */
export function KindList({ path, kinds }: { path: string; kinds: readonly KindChoice[] }) {
  return (
    <ol className="grid gap-x-8 sm:grid-cols-2">
      {kinds.map(({ kind, label, prompts }) => (
        <li key={kind} className="border-line border-b py-2">
          <Link href={`${path}?write=${kind}#write`} className="font-medium text-accent underline">
            {label}
          </Link>
          <p className="text-ink-muted text-sm">{prompts}.</p>
        </li>
      ))}
    </ol>
  );
}
