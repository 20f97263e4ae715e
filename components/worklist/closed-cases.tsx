import { Section } from '#components/ui/section.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { ClosedRow } from '#lib/view/closed-row.ts';

/** What a search found among the cases that have ended: they are not on the worklist, but they can be read. */
export function ClosedCases({ rows }: { rows: readonly ClosedRow[] }) {
  return (
    <Section title="Closed cases that match" id="closed-cases">
      <ul data-list="" className="divide-y divide-line">
        {rows.map(({ caseId, name, mrn, closedOn }) => (
          <li key={caseId} data-list-item="" className="flex flex-wrap gap-x-4 px-2 py-2">
            <TextLink href={`/cases/${caseId}`} className="font-semibold">
              {name}
            </TextLink>
            <span className="text-ink-muted">
              MRN {mrn} · closed {closedOn}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
