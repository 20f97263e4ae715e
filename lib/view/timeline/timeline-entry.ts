import type { Photograph } from '#lib/domain/photograph/photograph.ts';
import type { TurnReport } from '#lib/domain/turn/report.ts';
import type { Instant } from '#lib/domain/units.ts';

export const TIMELINE_KINDS = [
  'operation',
  'device',
  'version',
  'hold',
  'course',
  'measurement',
  'complication',
  'photograph',
  'contact',
  'call',
  'flag',
  'booking',
  'follow-up',
] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

export const TIMELINE_KIND_WORDS: Record<TimelineKind, string> = {
  operation: 'Operations',
  device: 'Devices',
  version: 'Protocol',
  hold: 'Holds',
  course: 'Course',
  measurement: 'Measurements',
  complication: 'Complications',
  photograph: 'Photographs',
  contact: 'Calls and visits',
  call: 'Turns taken in',
  flag: 'Flags',
  booking: 'Removal',
  'follow-up': 'Follow-up',
};

/** One thing that happened in a case, or that somebody decided. */
export type TimelineEntry = {
  /** Id of the fact, or `version:3`: what the trail names too. */
  key: string;
  kind: TimelineKind;
  /** When it happened, as far as anybody said. */
  at: Instant;
  /** Only the day is known, or meant. */
  isWholeDay?: boolean;
  /** When it was written down. */
  recordedAt: Instant;
  title: string;
  detail: string | null;
  /** Where the entry itself stands. */
  href: string;
  /** The turns that a call, a sheet or a file brought. */
  turns?: readonly Pick<TurnReport, 'outcome'>[];
};

/** What the entries need to know besides the facts. */
export type TimelineContext = {
  /** `/cases/ID`. */
  path: string;
  /** Person id → name. */
  people: Readonly<Record<string, string>>;
  now: Instant;
  /** Those that who looks may see; they are no facts that a case is judged by. */
  photographs?: readonly Photograph[];
};
