import type { Centi, Day, Instant, Minutes, Um } from '#lib/domain/units.ts';

/** What one device does in the sessions of a day: 0 is a hold, negative a reversal. */
export type DevicePlan = {
  deviceId: string;
  /** One signed amount per session, in the order of `sessions`. */
  perSession: readonly Centi[];
  /** Expansion at which activation of this device stops, measured from its opening at placement; null: no amount set. */
  targetUm: Um | null;
};

/** What a clinic tolerates before it wants to know. None is published: clinic data (clinical.md §6). */
export type Tolerances = {
  /** A slot counts as not reported once this long has passed after its time. */
  graceMin: Minutes;
  /** Planned slots in a row without the turn that raise a flag. */
  missedSlots: number;
  silenceMin: Minutes;
  behindUm: Um;
  aheadUm: Um;
  asymmetryUm: Um;
  /** Measured against reported: the larger of a distance and a share of the reported expansion. */
  measuredUm: Um;
  measuredPermille: number;
  /** Days of planned travel left at which the end of travel is announced. */
  travelNoticeDays: number;
  /** Days for which a single event (an extra turn, a short interval, a turn in the wrong phase) stays on the list. */
  eventDays: number;
};

/** How long the bone consolidates: rules differ between clinics, so the rule is stored with its value (clinical.md §2). */
export type ConsolidationRule =
  | { kind: 'fixed-days'; days: number }
  | { kind: 'multiple-of-activation'; ratioHundredths: number }
  | { kind: 'days-per-cm'; days: number }
  | { kind: 'imaging-decides' };

/** The clinic's own words for what to do after a missed turn: no rule is published (clinical.md §4). */
export type MissedTurnRule = { en: string; es: string };

/**
 * One version of the prescription. It holds from (`fromDay`, session `fromSlot`) until the next version begins,
 * and is never edited. Versions are numbered 1, 2, 3 … without a gap.
 */
export type ProtocolVersion = {
  version: number;
  fromDay: Day;
  /** 1-based number of the first session of `fromDay` that this version plans. */
  fromSlot: number;
  /** Minutes of the local day, ascending: one per session. */
  sessions: readonly Minutes[];
  devices: readonly DevicePlan[];
  /** Last day on which anything is planned, if the stop rule names one. */
  lastDay: Day | null;
  minIntervalMin: Minutes;
  tolerances: Tolerances;
  missedTurnRule: MissedTurnRule;
  /** Longest time without contact with a clinician during activation, in days. */
  contactDays: number;
  consolidation: ConsolidationRule;
  reason: string;
  authorId: string;
  cosignerId: string | null;
  /** When the family was told of it; null: not yet. */
  toldAt: Instant | null;
  recordedAt: Instant;
};
