import Link from 'next/link';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Section } from '#components/ui/section.tsx';
import type { CallRow } from '#lib/view/call-row.ts';
import type { Choice } from '#lib/view/intake-words.ts';
import { CallKeys } from './call-keys.tsx';
import { CallLine } from './call-line.tsx';

type CallListProps = { rows: readonly (CallRow & { contactId: string })[]; staff: readonly Choice[] };

/** The families to phone today, worst first. `j` and `k` move; in a line, 1 to 5 record what came of the call. */
export function CallList({ rows, staff }: CallListProps) {
  if (rows.length === 0) {
    return (
      <EmptyState title="Nobody has to be called">
        A family comes on this list when an open flag asks for a word with them, and leaves it once they are
        reached.
      </EmptyState>
    );
  }
  return (
    <>
      <CallKeys />
      <ol data-list="" aria-label="Families to phone, worst first">
        {rows.map((row) => (
          <CallLine key={row.caseId} row={row} staff={staff} />
        ))}
      </ol>
    </>
  );
}

type SpokenProps = { spoken: readonly { caseId: string; name: string; when: string }[] };

/** Who was reached since the day began. */
export function SpokenList({ spoken }: SpokenProps) {
  if (spoken.length === 0) return null;
  return (
    <Section title="Reached today" id="reached" detail={String(spoken.length)} className="mt-8">
      <ul className="grid gap-1">
        {spoken.map(({ caseId, name, when }) => (
          <li key={caseId} className="flex flex-wrap gap-x-3">
            <Link href={`/cases/${caseId}/contacts`} prefetch={false} className="underline">
              {name}
            </Link>
            <span className="text-ink-muted">{when}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
