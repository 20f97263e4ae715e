import type { Sign } from '#lib/domain/complication/complication.ts';
import type { Centi, Day, Instant } from '#lib/domain/units.ts';

export const TURN_OUTCOMES = [
  'done',
  'partial',
  'skipped',
  'could-not-engage',
  'wrong-way',
  'extra',
  'not-sure',
] as const;
export type TurnOutcome = (typeof TURN_OUTCOMES)[number];

export const REPORT_SOURCES = ['family-page', 'phone', 'paper', 'clinic', 'import'] as const;
export type ReportSource = (typeof REPORT_SOURCES)[number];

export const RESISTANCES = ['normal', 'stiff', 'sudden-ease', 'unknown'] as const;
export type Resistance = (typeof RESISTANCES)[number];

/**
 * What somebody says was done to one device in one slot. Append-only: a correction is a new report that names
 * the one it corrects, with the values that are right (`retracted` when the turn never was).
 */
export type TurnReport = {
  /** Made by the client, so that a retry is the same report. */
  id: string;
  deviceId: string;
  day: Day;
  /** 1-based session of that day. */
  slot: number;
  /** Signed hundredths of an actuation; null only with `not-sure`: unknown is not zero. */
  actuationsCenti: Centi | null;
  outcome: TurnOutcome;
  /** When it was done, if that was said. */
  doneAt: Instant | null;
  /** When the server took it in. */
  recordedAt: Instant;
  source: ReportSource;
  turnedBy: string | null;
  checkedBy: string | null;
  resistance: Resistance;
  /** 0–10, null when not asked. */
  pain: number | null;
  siteLook: string | null;
  note: string | null;
  /** Warning signs that were told of with it. */
  signs: readonly Sign[];
  correctsId: string | null;
  retracted: boolean;
};
