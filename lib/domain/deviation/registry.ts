import { type AheadOfPlanEvidence, aheadOfPlan } from '#lib/domain/deviation/rules/ahead-of-plan.ts';
import { amountNotSure } from '#lib/domain/deviation/rules/amount-not-sure.ts';
import { type AsymmetryEvidence, asymmetry } from '#lib/domain/deviation/rules/asymmetry.ts';
import { type BehindPlanEvidence, behindPlan } from '#lib/domain/deviation/rules/behind-plan.ts';
import { type BookingDriftedEvidence, bookingDrifted } from '#lib/domain/deviation/rules/booking-drifted.ts';
import { type CouldNotEngageEvidence, couldNotEngage } from '#lib/domain/deviation/rules/could-not-engage.ts';
import { type EndOfTravelEvidence, endOfTravel } from '#lib/domain/deviation/rules/end-of-travel.ts';
import { type ExtraTurnEvidence, extraTurn } from '#lib/domain/deviation/rules/extra-turn.ts';
import {
  type MeasuredAgainstReportedEvidence,
  measuredAgainstReported,
} from '#lib/domain/deviation/rules/measured-against-reported.ts';
import { type MissedSlotsEvidence, missedSlots } from '#lib/domain/deviation/rules/missed-slots.ts';
import {
  type OpenComplicationEvidence,
  openComplication,
} from '#lib/domain/deviation/rules/open-complication.ts';
import { planMissing } from '#lib/domain/deviation/rules/plan-missing.ts';
import { type RemovalOverdueEvidence, removalOverdue } from '#lib/domain/deviation/rules/removal-overdue.ts';
import {
  type RemovalUnbookedEvidence,
  removalUnbooked,
} from '#lib/domain/deviation/rules/removal-unbooked.ts';
import { type ShortIntervalEvidence, shortInterval } from '#lib/domain/deviation/rules/short-interval.ts';
import { type SilenceEvidence, silence } from '#lib/domain/deviation/rules/silence.ts';
import { type WrongPhaseEvidence, wrongPhase } from '#lib/domain/deviation/rules/wrong-phase.ts';
import { type WrongWayEvidence, wrongWay } from '#lib/domain/deviation/rules/wrong-way.ts';
import type { Finding, NotAssessable } from './flag.ts';
import type { Rule } from './rule.ts';

/** What the rules of deviation can say. */
export type RuleEvidence =
  | MissedSlotsEvidence
  | SilenceEvidence
  | BehindPlanEvidence
  | AheadOfPlanEvidence
  | ExtraTurnEvidence
  | ShortIntervalEvidence
  | WrongWayEvidence
  | CouldNotEngageEvidence
  | AsymmetryEvidence
  | WrongPhaseEvidence
  | EndOfTravelEvidence
  | MeasuredAgainstReportedEvidence
  | OpenComplicationEvidence
  | RemovalUnbookedEvidence
  | RemovalOverdueEvidence
  | BookingDriftedEvidence;

/** Every rule there is. A new one is a file in `rules/`, a line here, and a sentence in `lib/view`. */
export const RULES: readonly Rule<RuleEvidence | NotAssessable>[] = [
  missedSlots,
  silence,
  behindPlan,
  aheadOfPlan,
  extraTurn,
  shortInterval,
  wrongWay,
  couldNotEngage,
  asymmetry,
  wrongPhase,
  endOfTravel,
  measuredAgainstReported,
  openComplication,
  amountNotSure,
  planMissing,
  removalUnbooked,
  removalOverdue,
  bookingDrifted,
];

export type RuleFinding = Finding<RuleEvidence | NotAssessable>;
