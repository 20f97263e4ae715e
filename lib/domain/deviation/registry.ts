import { type AheadOfPlanEvidence, aheadOfPlan } from '#lib/domain/deviation/rules/ahead-of-plan.ts';
import { amountNotSure } from '#lib/domain/deviation/rules/amount-not-sure.ts';
import { type AsymmetryEvidence, asymmetry } from '#lib/domain/deviation/rules/asymmetry.ts';
import { type BehindPlanEvidence, behindPlan } from '#lib/domain/deviation/rules/behind-plan.ts';
import { type BookingDriftedEvidence, bookingDrifted } from '#lib/domain/deviation/rules/booking-drifted.ts';
import { type BookingPassedEvidence, bookingPassed } from '#lib/domain/deviation/rules/booking-passed.ts';
import {
  type ClockNotBelievableEvidence,
  clockNotBelievable,
} from '#lib/domain/deviation/rules/clock-not-believable.ts';
import { type CoSignatureEvidence, coSignature } from '#lib/domain/deviation/rules/co-signature.ts';
import { type ContactOverdueEvidence, contactOverdue } from '#lib/domain/deviation/rules/contact-overdue.ts';
import { type CouldNotEngageEvidence, couldNotEngage } from '#lib/domain/deviation/rules/could-not-engage.ts';
import { type EndOfTravelEvidence, endOfTravel } from '#lib/domain/deviation/rules/end-of-travel.ts';
import { type ExtraTurnEvidence, extraTurn } from '#lib/domain/deviation/rules/extra-turn.ts';
import { type FamilyNotToldEvidence, familyNotTold } from '#lib/domain/deviation/rules/family-not-told.ts';
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
import {
  type PossibleDuplicateEvidence,
  possibleDuplicate,
} from '#lib/domain/deviation/rules/possible-duplicate.ts';
import { type RemovalOverdueEvidence, removalOverdue } from '#lib/domain/deviation/rules/removal-overdue.ts';
import {
  type RemovalUnbookedEvidence,
  removalUnbooked,
} from '#lib/domain/deviation/rules/removal-unbooked.ts';
import { type ShortIntervalEvidence, shortInterval } from '#lib/domain/deviation/rules/short-interval.ts';
import { type SilenceEvidence, silence } from '#lib/domain/deviation/rules/silence.ts';
import { type StiffnessEvidence, stiffness } from '#lib/domain/deviation/rules/stiffness.ts';
import {
  type StopRuleReachedEvidence,
  stopRuleReached,
} from '#lib/domain/deviation/rules/stop-rule-reached.ts';
import { type SuddenEaseEvidence, suddenEase } from '#lib/domain/deviation/rules/sudden-ease.ts';
import { type UnderRecallEvidence, underRecall } from '#lib/domain/deviation/rules/under-recall.ts';
import {
  type UntrainedTurnerEvidence,
  untrainedTurner,
} from '#lib/domain/deviation/rules/untrained-turner.ts';
import { type WarningSignEvidence, warningSign } from '#lib/domain/deviation/rules/warning-sign.ts';
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
  | UnderRecallEvidence
  | RemovalUnbookedEvidence
  | RemovalOverdueEvidence
  | BookingDriftedEvidence
  | BookingPassedEvidence
  | ClockNotBelievableEvidence
  | ContactOverdueEvidence
  | FamilyNotToldEvidence
  | PossibleDuplicateEvidence
  | StiffnessEvidence
  | StopRuleReachedEvidence
  | SuddenEaseEvidence
  | UntrainedTurnerEvidence
  | WarningSignEvidence
  | CoSignatureEvidence;

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
  clockNotBelievable,
  contactOverdue,
  familyNotTold,
  possibleDuplicate,
  stiffness,
  stopRuleReached,
  suddenEase,
  untrainedTurner,
  warningSign,
  underRecall,
  amountNotSure,
  planMissing,
  removalUnbooked,
  removalOverdue,
  bookingDrifted,
  bookingPassed,
  coSignature,
];

export type RuleFinding = Finding<RuleEvidence | NotAssessable>;
