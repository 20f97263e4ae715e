import { isoDay, localTime } from '#lib/domain/case-day.ts';
import type { CourseEvent } from '#lib/domain/facts.ts';
import { lastRecordedEvent } from '#lib/domain/phase/phase.ts';
import type { Instant } from '#lib/domain/units.ts';
import { REASON_WORDS } from './amendment-words.ts';
import { formatDay, formatInstant, formatMinute } from './format-date.ts';
import { COURSE_WORDS } from './intake-words.ts';

/** A decision that moved the case on. */
export type CourseRow = {
  id: string;
  what: string;
  when: string;
  reason: string;
  by: string;
  /** When the family was told, and by whom; null: not yet. */
  told: string | null;
};

/** What the form of a decision starts from. */
export type CourseDraft = {
  id: string;
  /** The decision recorded last that is on the screen; null: none. */
  seenEventId: string | null;
  corrects: { id: string; words: string } | null;
  kind: CourseEvent['kind'] | null;
  day: string;
  time: string;
  reasonCode: string | undefined;
  reason: string | undefined;
};

/** The decisions of a case in the order in which they took effect. */
export function courseRows(
  events: readonly CourseEvent[],
  zone: string,
  people: Readonly<Record<string, string>>,
): readonly CourseRow[] {
  const nameOf = (id: string | null) => people[id ?? ''] ?? 'name not known';
  return [...events]
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .map((event) => ({
      id: event.id,
      what: COURSE_WORDS[event.kind],
      when: whenWords(event, zone),
      reason: `${REASON_WORDS[event.reasonCode]}: ${event.reason}`,
      by: nameOf(event.byId),
      told:
        event.toldAt === null ? null : `${formatInstant(event.toldAt, zone)} by ${nameOf(event.toldById)}`,
    }));
}

/** The correction of one of them, or a new one that takes effect now. */
export function courseDraft(
  id: string,
  corrected: CourseEvent | undefined,
  { zone, now, events }: { zone: string; now: Instant; events: readonly CourseEvent[] },
): CourseDraft {
  const { day, minute } = localTime(zone, corrected?.at ?? now);
  return {
    id,
    seenEventId: lastRecordedEvent(events)?.id ?? null,
    corrects: corrected
      ? { id: corrected.id, words: `${COURSE_WORDS[corrected.kind]}, ${whenWords(corrected, zone)}` }
      : null,
    kind: corrected?.kind ?? null,
    day: isoDay(day),
    time: formatMinute(minute),
    reasonCode: corrected?.reasonCode,
    reason: corrected?.reason,
  };
}

/** The parts of a decision in words, by control, to be compared with another one. */
export function courseParts(
  { kind, reasonCode, reason }: Pick<CourseEvent, 'kind' | 'reasonCode' | 'reason'>,
  from: string,
): Record<string, string> {
  return { kind: COURSE_WORDS[kind], atDay: from, reasonCode: REASON_WORDS[reasonCode], reason };
}

/** What the address says was saved: the decision as it stands, or that it was taken back; null: it says nothing. */
export function courseDone(asked: unknown, events: readonly CourseEvent[], zone: string): string | null {
  if (asked === 'withdrawn') return 'The decision is withdrawn.';
  const event = events.find(({ id }) => id === asked);
  return event ? `Recorded: ${COURSE_WORDS[event.kind]}, from ${whenWords(event, zone)}.` : null;
}

/** From when a decision holds: consolidation starts with a day, the others at a time. */
export function whenWords({ kind, at }: CourseEvent, zone: string): string {
  return kind === 'consolidation-started' ? formatDay(localTime(zone, at).day) : formatInstant(at, zone);
}
