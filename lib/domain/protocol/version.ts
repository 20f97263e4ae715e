import type { Centi, Day, Instant, Minutes, Um } from '#lib/domain/units.ts';
import type { AmendmentKind, AmendmentReason, Unusual } from './amendment.ts';

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
 * and is never edited. Versions of a case are numbered 1, 2, 3 … without a gap as they are written; one that was not
 * co-signed keeps its number, so those that hold may skip some.
 */
export type ProtocolVersion = {
  version: number;
  /** What it does to the version before it. */
  kind: AmendmentKind;
  fromDay: Day;
  /** 1-based number of the first session of `fromDay` that this version plans. */
  fromSlot: number;
  /** Days of rest from the operation to the first turn, as prescribed; null: not said. */
  latencyDays: number | null;
  /** Minutes of the local day, ascending: one per session. */
  sessions: readonly Minutes[];
  /** The amounts, and the part of the stop rule that is an amount. */
  devices: readonly DevicePlan[];
  /** Last day on which anything is planned, if the stop rule names a date. */
  lastDay: Day | null;
  /** Day of the visit after which nothing is planned, if the stop rule names one. */
  stopVisitDay: Day | null;
  minIntervalMin: Minutes;
  tolerances: Tolerances;
  missedTurnRule: MissedTurnRule;
  /** Longest time without contact with a clinician during activation, in days. */
  contactDays: number;
  consolidation: ConsolidationRule;
  reasonCode: AmendmentReason;
  reason: string;
  authorId: string;
  /** What about it was unusual when it was written, by the clinic's settings of that time. */
  unusual: readonly Unusual[];
  /** A surgeon's signature was asked for until then; null: it needed none. */
  cosignBy: Instant | null;
  cosignerId: string | null;
  /** When it was co-signed: it counts from then on. */
  cosignedAt: Instant | null;
  /** The version that it carries on from its start, with an amendment in it that begins before; null: none. */
  carries: number | null;
  /** When the family was told of it; null: not yet. */
  toldAt: Instant | null;
  /** By whom; null: not told, or not said. */
  toldById: string | null;
  recordedAt: Instant;
};

/** What a version says, without who wrote it and what became of it. */
export type Prescribed = Omit<
  ProtocolVersion,
  | 'version'
  | 'authorId'
  | 'unusual'
  | 'cosignBy'
  | 'cosignerId'
  | 'cosignedAt'
  | 'carries'
  | 'toldAt'
  | 'toldById'
  | 'recordedAt'
>;

/** A version as its author writes it: nothing is known yet of what is unusual about it, and nobody has signed it. */
export function writtenVersion(
  said: Prescribed,
  by: Pick<ProtocolVersion, 'version' | 'authorId' | 'toldAt' | 'toldById' | 'recordedAt'>,
): ProtocolVersion {
  return { ...said, ...by, unusual: [], cosignBy: null, cosignerId: null, cosignedAt: null, carries: null };
}

/** The last day on which a version plans anything: its date or its visit, whichever comes first; null: neither is set. */
export function lastPlannedDay({
  lastDay,
  stopVisitDay,
}: Pick<ProtocolVersion, 'lastDay' | 'stopVisitDay'>): Day | null {
  return nearer(lastDay, stopVisitDay);
}

/** The smaller of two limits; null is none. */
export function nearer<Limit extends number>(one: Limit | null, other: Limit | null): Limit | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

/** What a version says of a device; undefined: nothing. */
export function planOf(
  { devices }: Pick<ProtocolVersion, 'devices'>,
  deviceId: string,
): DevicePlan | undefined {
  return devices.find((plan) => plan.deviceId === deviceId);
}

/** Which way a device is turned in a day: 1 on, or not at all, -1 back. */
export function directionOf({ perSession }: Pick<DevicePlan, 'perSession'>): 1 | -1 {
  return perSession.reduce((sum, centi) => sum + centi, 0) < 0 ? -1 : 1;
}

/** The first version that holds; null without a protocol. */
export function firstVersion(versions: readonly ProtocolVersion[]): ProtocolVersion | null {
  return versions.reduce<ProtocolVersion | null>(
    (first, version) => (first === null || version.version < first.version ? version : first),
    null,
  );
}

/** The latest version that holds, whether or not it has begun; null without a protocol. */
export function latestVersion(versions: readonly ProtocolVersion[]): ProtocolVersion | null {
  return versions.reduce<ProtocolVersion | null>(
    (latest, version) => (latest === null || version.version > latest.version ? version : latest),
    null,
  );
}
