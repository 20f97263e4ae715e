import { Badge } from '#components/ui/badge.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { Dated } from '#components/ui/dated.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Section } from '#components/ui/section.tsx';
import { type Segment, SegmentedLinks } from '#components/ui/segmented-links.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { TimelineItem, TimelineRow } from '#lib/view/timeline/timeline-page.ts';

type TimelineSectionProps = {
  caseId: string;
  zoneNote: string;
  items: readonly TimelineItem[];
  filters: readonly Segment[];
};

/** What happened in a case, newest first, each line leading to its entry. */
export function TimelineSection({ caseId, zoneNote, items, filters }: TimelineSectionProps) {
  return (
    <Section
      id="timeline"
      title="Timeline"
      detail={`newest first${zoneNote}`}
      actions={
        <ButtonLink href={`/cases/${caseId}/timeline/letter`} size="sm">
          Summary letter
        </ButtonLink>
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <SegmentedLinks label="Kind" segments={filters} />
        {items.length === 0 ? (
          <EmptyState title="Nothing has been recorded yet">
            Operations, protocols, measurements and calls appear here once they are recorded.
          </EmptyState>
        ) : (
          <ol className="divide-y divide-line">
            {items.map((item) =>
              item.kind === 'row' ? (
                <TimelineLine key={item.row.key} row={item.row} />
              ) : (
                <TimelineFold key={item.key} fold={item} />
              ),
            )}
          </ol>
        )}
      </div>
    </Section>
  );
}

const LINE = 'grid gap-x-4 gap-y-0.5 py-2 sm:grid-cols-[9.5rem_minmax(0,1fr)_auto]';

function TimelineLine({ row }: { row: TimelineRow }) {
  const { when, title, detail, by, href, kindWord } = row;
  return (
    <li data-print="together" className={LINE}>
      <span className="text-ink-muted tabular-nums">{when}</span>
      <div className="min-w-0">
        <TextLink href={href}>
          <Dated>{title}</Dated>
        </TextLink>
        {detail ? (
          <p className="max-w-prose break-words">
            <Dated>{detail}</Dated>
          </p>
        ) : null}
        {by === null ? null : <p className="text-ink-muted text-sm">Recorded by {by}</p>}
      </div>
      <span>
        <Badge tone="outline">{kindWord}</Badge>
      </span>
    </li>
  );
}

/** Calls that brought turns, one after the other: a line, and all of them once it is opened. */
function TimelineFold({ fold }: { fold: Extract<TimelineItem, { kind: 'fold' }> }) {
  const { days, title, detail, rows } = fold;
  const [first, last] = days;
  return (
    <li>
      <details>
        <summary className={`${LINE} cursor-pointer`}>
          <span className="text-ink-muted tabular-nums">
            <span className="whitespace-nowrap">{first}</span>
            {first === last ? null : <span className="whitespace-nowrap"> to {last}</span>}
          </span>
          <span className="min-w-0">
            <span className="font-medium">{title}</span>
            <span className="block">{detail}</span>
          </span>
          <span data-print="hide" className="text-accent underline">
            Show each
          </span>
        </summary>
        <ol className="mb-2 divide-y divide-line border-line border-l-3 pl-3">
          {rows.map((row) => (
            <TimelineLine key={row.key} row={row} />
          ))}
        </ol>
      </details>
    </li>
  );
}
