import { dayOf } from '#lib/domain/case-day.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { counted, formatDay, formatInstant } from '#lib/view/format-date.ts';
import { outcomeCounts } from './call-entries.ts';
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

/** Rows that stand alone, and those that are folded into one because nothing else happened between them. */
export type TimelineItem =
  | { kind: 'row'; row: TimelineRow }
  | {
      kind: 'fold';
      key: string;
      /** The first day and the last. */
      days: readonly [string, string];
      title: string;
      detail: string;
      rows: readonly TimelineRow[];
    };

export type TimelineView = {
  items: readonly TimelineItem[];
  filters: readonly { href: string; label: string; current: boolean; count: number }[];
};

/** From how many on: a family that is called each day would bury everything else. */
const FOLDED_FROM = 3;

/**
 * The timeline of a case, newest first, all of it or one kind; kinds of which there is nothing are not offered. Calls
 * that brought turns, one after the other, are folded where everything is shown.
 */
export function timelineView(
  facts: CaseFacts,
  context: TimelineContext & { changes: readonly RecordedChange[]; kind: unknown },
): TimelineView {
  const entries = caseTimeline(facts, context);
  const writers = writersOf(context.changes);
  const kind = TIMELINE_KINDS.find((known) => known === context.kind) ?? null;
  const path = `${context.path}/timeline`;
  const countOf = (of: TimelineKind) => entries.filter((entry) => entry.kind === of).length;
  const rowOf = (entry: TimelineEntry): TimelineRow => ({
    key: entry.key,
    kind: entry.kind,
    title: entry.title,
    detail: entry.detail,
    href: entry.href,
    when: whenOf(entry, facts.zone),
    by: writers.get(entry.key) ?? null,
    kindWord: TIMELINE_KIND_WORDS[entry.kind],
  });
  return {
    items: runsOf(entries.filter((entry) => kind === null || entry.kind === kind)).flatMap((run) =>
      kind === null && run.length >= FOLDED_FROM
        ? [foldOf(run, facts.zone, run.map(rowOf))]
        : run.map((entry): TimelineItem => ({ kind: 'row', row: rowOf(entry) })),
    ),
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

const whenOf = ({ at, isWholeDay }: TimelineEntry, zone: string) =>
  isWholeDay ? formatDay(dayOf(zone, at)) : formatInstant(at, zone);

/** Calls that brought turns with nothing else between them, as one run; every other entry as a run of its own. */
function runsOf(entries: readonly TimelineEntry[]): readonly (readonly TimelineEntry[])[] {
  const runs: TimelineEntry[][] = [];
  for (const entry of entries) {
    const last = runs.at(-1);
    if (entry.kind === 'call' && last?.[0]?.kind === 'call') last.push(entry);
    else runs.push([entry]);
  }
  return runs;
}

/** `06-Mar-2026` to `12-Mar-2026`: `Turns taken in 7 times`, `12 done, 2 skipped`. */
function foldOf(run: readonly TimelineEntry[], zone: string, rows: readonly TimelineRow[]): TimelineItem {
  const days = run.map(({ at }) => dayOf(zone, at));
  return {
    kind: 'fold',
    key: `fold:${run[0]?.key}`,
    days: [formatDay(Math.min(...days)), formatDay(Math.max(...days))],
    title: `Turns taken in ${counted(run.length, 'time')}`,
    detail: outcomeCounts(run.toReversed().flatMap(({ turns = [] }) => turns)),
    rows,
  };
}
