import type { ComplicationKind, DeviceFailure } from '#lib/domain/complication/complication.ts';
import type { Site } from '#lib/domain/facts.ts';
import type { Day, Um } from '#lib/domain/units.ts';
import type { Distribution } from './distribution.ts';
import type { Watched } from './survival.ts';

/** How the figures of the counted cases are distributed. */
export type OutcomeFigures = {
  cases: number;
  /** Cases in which activation is over: of them are the figures below. */
  ended: number;
  /** Achieved less planned, of those that had a target. */
  differenceUm: Distribution;
  /** Measured less planned, of those that had a target and were measured after the last turn. */
  measuredDifferenceUm: Distribution;
  /** Share of the planned slots turned as planned, in whole per mille. */
  adherencePermille: Distribution;
  slots: { due: number; done: number; unknown: number };
  /** Days held or missed. */
  lostDays: Distribution;
  days: { held: number; missed: number; unknown: number };
  watched: Watched[];
};

/** How often something went wrong, in how many it could have. */
export type ComplicationCounts = {
  /** Cases with at least one complication of any kind, and of each kind. */
  cases: number;
  kinds: { kind: ComplicationKind; failure: DeviceFailure | null; cases: number }[];
  /** Devices with at least one complication of theirs. */
  models: { modelId: string | null; name: string | null; devices: number; affected: number }[];
  lots: { lot: string; name: string | null; devices: number; affected: number }[];
};

/** One case as a point and a row. */
export type OutcomeCase = {
  caseId: string;
  mrn: string;
  familyName: string;
  givenName: string;
  surgeonName: string;
  site: Site;
  syndrome: string | null;
  ageMonths: number;
  operatedDay: Day;
  endedDay: Day | null;
  removedDay: Day | null;
  plannedUm: Um | null;
  achievedUm: Um | null;
  measuredUm: Um | null;
  slotsDue: number | null;
  slotsDone: number | null;
  slotsUnknown: number | null;
  heldDays: number | null;
  missedDays: number | null;
  unknownDays: number | null;
  complications: number;
};
