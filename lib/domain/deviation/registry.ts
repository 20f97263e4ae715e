import type { Finding, NotAssessable } from './flag.ts';
import type { Rule } from './rule.ts';
import { type AheadOfPlanEvidence, aheadOfPlan } from './rules/ahead-of-plan.ts';
import { amountNotSure } from './rules/amount-not-sure.ts';
import { type AsymmetryEvidence, asymmetry } from './rules/asymmetry.ts';
import { type BehindPlanEvidence, behindPlan } from './rules/behind-plan.ts';
import { type CouldNotEngageEvidence, couldNotEngage } from './rules/could-not-engage.ts';
import { type EndOfTravelEvidence, endOfTravel } from './rules/end-of-travel.ts';
import { type ExtraTurnEvidence, extraTurn } from './rules/extra-turn.ts';
import {
  type MeasuredAgainstReportedEvidence,
  measuredAgainstReported,
} from './rules/measured-against-reported.ts';
import { type MissedSlotsEvidence, missedSlots } from './rules/missed-slots.ts';
import { planMissing } from './rules/plan-missing.ts';
import { type ShortIntervalEvidence, shortInterval } from './rules/short-interval.ts';
import { type SilenceEvidence, silence } from './rules/silence.ts';
import { type WrongPhaseEvidence, wrongPhase } from './rules/wrong-phase.ts';
import { type WrongWayEvidence, wrongWay } from './rules/wrong-way.ts';

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
  | MeasuredAgainstReportedEvidence;

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
  amountNotSure,
  planMissing,
];

export type RuleFinding = Finding<RuleEvidence | NotAssessable>;
