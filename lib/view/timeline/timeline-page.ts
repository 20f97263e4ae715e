import { dayOf } from '#lib/domain/case-day.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { formatDay, formatInstant } from '#lib/view/format-date.ts';
import { caseTimeline } from './case-timeline.ts';
import { type RecordedChange, writersOf } from './recorded-change.ts';
import {
  TIMELINE_KIND_WORDS,
  TIMELINE_KINDS,
  type TimelineContext,
  type TimelineEntry,
  type TimelineKind,
} from './timeline-entry.ts';

/** An entry as it is shown. */
export type TimelineRow = Pick<TimelineEntry, 'key' | 'kind' | 'title' | 'detail' | 'href'> & {
  when: string;
  /** Who wrote it down, as far as the trail says. */
  by: string | null;
  kindWord: string;
};

export type TimelineView = {
  rows: readonly TimelineRow[];
  filters: readonly { href: string; label: string; current: boolean; count: number }[];
};

/** The timeline of a case, newest first, all of it or one kind; kinds of which there is nothing are not offered. */
export function timelineView(
  facts: CaseFacts,
  context: TimelineContext & { changes: readonly RecordedChange[]; kind: unknown },
): TimelineView {
  const entries = caseTimeline(facts, context);
  const writers = writersOf(context.changes);
  const kind = TIMELINE_KINDS.find((known) => known === context.kind) ?? null;
  const path = `${context.path}/timeline`;
  const countOf = (of: TimelineKind) => entries.filter((entry) => entry.kind === of).length;
  return {
    rows: entries
      .filter((entry) => kind === null || entry.kind === kind)
      .map(({ at, recordedAt: _, isWholeDay, ...entry }) => ({
        ...entry,
        when: isWholeDay ? formatDay(dayOf(facts.zone, at)) : formatInstant(at, facts.zone),
        by: writers.get(entry.key) ?? null,
        kindWord: TIMELINE_KIND_WORDS[entry.kind],
      })),
    filters: [
      { href: path, label: 'All', current: kind === null, count: entries.length },
      ...TIMELINE_KINDS.filter((known) => countOf(known) > 0 || known === kind).map((known) => ({
        href: `${path}?kind=${known}`,
        label: TIMELINE_KIND_WORDS[known],
        current: known === kind,
        count: countOf(known),
      })),
    ],
  };
}
