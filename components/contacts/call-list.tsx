import Link from 'next/link';
import { Alert } from '#components/ui/alert.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Section } from '#components/ui/section.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { CallRow } from '#lib/view/call-row.ts';
import type { Choice } from '#lib/view/intake-words.ts';
import { CallKeys } from './call-keys.tsx';
import { CallLine } from './call-line.tsx';
import { LiveCalls } from './live-calls.tsx';

type CallListProps = {
  rows: readonly (CallRow & { contactId: string })[];
  staff: readonly Choice[];
  seen: string;
  loadedAt: number;
  /** Where the call can be seen that led back here. */
  recordedHref: string | undefined;
};

/** The families to phone today, worst first. `j` and `k` move; in a line, 1 to 5 record what came of the call. */
export function CallList({ rows, staff, seen, loadedAt, recordedHref }: CallListProps) {
  return (
    <>
      {recordedHref ? (
        <Alert level="done" role="status" title="The call is recorded.">
          <TextLink href={recordedHref}>See or correct it</TextLink>
        </Alert>
      ) : null}
      <CallKeys />
      <LiveCalls
        seen={seen}
        loadedAt={loadedAt}
        lines={rows.map((row) => ({
          caseId: row.caseId,
          name: row.name,
          line: <CallLine row={row} staff={staff} />,
        }))}
        empty={
          <EmptyState title="Nobody has to be called">
            A family comes on this list when an open flag asks for a word with them, and leaves it once they
            are reached.
          </EmptyState>
        }
      />
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
