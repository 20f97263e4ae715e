import type { FlagAction, FlagLevel } from '#lib/domain/facts.ts';
import type { Day, Instant } from '#lib/domain/units.ts';
import type { RuleEvidence } from './registry.ts';

/** A slot by its local day and its number in that day; 0 stands for the day as a whole. */
export type SlotRef = { day: Day; slot: number };

/** The slot by a name, as the keys of flags have it. */
export const nameOfSlot = ({ day, slot }: SlotRef) => `${day}#${slot}`;

/** What a rule found: its level, where it began, and the figures it was judged on. */
export type Finding<Evidence> = {
  level: FlagLevel;
  /** How far it has gone: whole multiples of its tolerance. Left out, it is 1: the rule knows no amount. */
  extent?: number;
  /**
   * What is counted in the extent, each by a name that stays with it: a decision is about those that it saw. Left out,
   * the rule counts no single things.
   */
  counted?: readonly string[];
  deviceId: string | null;
  onset: SlotRef | null;
  evidence: Evidence;
};

/** Why a judgement could not be made. Unknown is never normal, so it is said. */
export type NotAssessable = {
  rule: 'not-assessable';
  about:
    | 'plan'
    | 'end-of-travel'
    | 'behind-plan'
    | 'asymmetry'
    | 'wrong-phase'
    | 'measured-against-reported'
    | 'untrained-turner'
    | 'stop-rule'
    | 'under-recall'
    | 'consolidation';
  reason:
    | 'no-index-operation'
    | 'no-protocol'
    | 'device-not-in-protocol'
    | 'device-taken-out'
    | 'travel-unknown'
    | 'amount-not-sure'
    | 'label-unknown'
    | 'no-caregiver'
    | 'no-stop-rule'
    | 'consolidation-start-unknown';
};

export type Evidence = RuleEvidence | NotAssessable;

/** A deviation that stands at the moment of assessment. */
export type Flag = Omit<Finding<Evidence>, 'counted'> & {
  extent: number;
  /** The same for as long as the episode lasts: rule, device and onset. */
  key: string;
  /** The decision that covers it at this level and extent, if there is one. */
  acknowledged: {
    kind: CoveringKind;
    level: FlagLevel;
    extent: number;
    until: Instant | null;
    action: FlagAction | null;
    byId: string;
    note: string;
    recordedAt: Instant;
  } | null;
  /** Whose it is; null: nobody's. */
  ownerId: string | null;
  /** The last decision of any kind about it: whoever decides without having seen it is told of it. */
  lastDecisionId: string | null;
};

export type CoveringKind = 'acknowledged' | 'snoozed' | 'resolved';

const RANK: Record<FlagLevel, number> = { 'act-now': 2, 'look-today': 1, information: 0 };

/** Higher is more urgent. */
export function levelRank(level: FlagLevel): number {
  return RANK[level];
}
