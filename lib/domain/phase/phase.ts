import type { CaseFacts, CourseEvent } from '#lib/domain/facts.ts';
import { slotTime } from '#lib/domain/plan/slot-time.ts';
import { firstVersion } from '#lib/domain/protocol/version.ts';
import { effectiveReports } from '#lib/domain/turn/effective-reports.ts';
import type { TurnReport } from '#lib/domain/turn/report.ts';
import type { Instant } from '#lib/domain/units.ts';

export const PHASES = ['planning', 'latency', 'activation', 'consolidation', 'follow-up'] as const;
export type PhaseKind = (typeof PHASES)[number];

/** The course of the case as its events tell it. Null: has not happened, or nobody recorded it. */
export type Phase = {
  kind: PhaseKind;
  /** When this phase began; null in planning. */
  sinceAt: Instant | null;
  operatedAt: Instant | null;
  firstTurnAt: Instant | null;
  activationEndedAt: Instant | null;
  /** Set by a clinician: the last turn, or the visit that ended activation; these differ in practice. */
  consolidationStartedAt: Instant | null;
  removedAt: Instant | null;
  stoppedEarly: boolean;
};

/**
 * The phase at an instant, from facts that took effect by then.
 * Activation begins with the first turn of the first planned slot or later, or, with no protocol, with the first
 * turn after the operation; an earlier one is a turn in the wrong phase.
 */
export function phaseAt(facts: CaseFacts, reached: (at: Instant) => boolean): Phase {
  const operation = firstOperation(facts, 'index', reached);
  const removal = firstOperation(facts, 'removal', reached);
  const firstTurnAt = operation === null ? null : firstTherapeuticTurn(facts, operation, reached);
  const phase: Phase = {
    kind: 'planning',
    sinceAt: null,
    operatedAt: operation,
    firstTurnAt,
    activationEndedAt: null,
    consolidationStartedAt: null,
    removedAt: removal,
    stoppedEarly: false,
  };
  for (const event of courseEventsInOrder(facts.events, reached)) applyEvent(phase, event);
  return { ...phase, ...kindOf(phase) };
}

function kindOf(phase: Phase): Pick<Phase, 'kind' | 'sinceAt'> {
  if (phase.removedAt !== null) return { kind: 'follow-up', sinceAt: phase.removedAt };
  if (phase.operatedAt === null) return { kind: 'planning', sinceAt: null };
  if (phase.activationEndedAt !== null) {
    return { kind: 'consolidation', sinceAt: phase.consolidationStartedAt ?? phase.activationEndedAt };
  }
  if (phase.consolidationStartedAt !== null)
    return { kind: 'consolidation', sinceAt: phase.consolidationStartedAt };
  if (phase.firstTurnAt !== null) return { kind: 'activation', sinceAt: phase.firstTurnAt };
  return { kind: 'latency', sinceAt: phase.operatedAt };
}

function applyEvent(phase: Phase, event: CourseEvent): void {
  switch (event.kind) {
    case 'activation-ended':
      phase.activationEndedAt = event.at;
      break;
    case 'stopped-early':
      phase.activationEndedAt ??= event.at;
      phase.stoppedEarly = true;
      break;
    case 'activation-resumed':
      phase.activationEndedAt = null;
      phase.consolidationStartedAt = null;
      phase.stoppedEarly = false;
      break;
    case 'consolidation-started':
      phase.consolidationStartedAt = event.at;
      break;
  }
}

const EFFECT_ORDER: Record<CourseEvent['kind'], number> = {
  'activation-resumed': 0,
  'consolidation-started': 1,
  'activation-ended': 2,
  'stopped-early': 3,
};

/** The events that have taken effect, in the order in which they did. */
export function courseEventsInOrder(
  events: readonly CourseEvent[],
  reached: (at: Instant) => boolean,
): readonly CourseEvent[] {
  return events.filter((event) => reached(event.at)).sort(byEffect);
}

function byEffect(a: CourseEvent, b: CourseEvent): number {
  return (
    a.at - b.at ||
    a.recordedAt - b.recordedAt ||
    EFFECT_ORDER[a.kind] - EFFECT_ORDER[b.kind] ||
    (a.id < b.id ? -1 : 1)
  );
}

function firstOperation(
  facts: CaseFacts,
  kind: 'index' | 'removal',
  reached: (at: Instant) => boolean,
): Instant | null {
  const times = facts.operations.filter((o) => o.kind === kind && reached(o.endedAt)).map((o) => o.endedAt);
  return times.length === 0 ? null : Math.min(...times);
}

function firstTherapeuticTurn(
  facts: CaseFacts,
  operatedAt: Instant,
  reached: (at: Instant) => boolean,
): Instant | null {
  const first = firstVersion(facts.versions);
  let earliest: Instant | null = null;
  for (const report of effectiveReports(facts.reports)) {
    if (report.actuationsCenti === null || report.actuationsCenti <= 0) continue;
    if (
      first &&
      (report.day < first.fromDay || (report.day === first.fromDay && report.slot < first.fromSlot))
    )
      continue;
    const at = turnedAt(facts, report);
    if (at < operatedAt || !reached(at)) continue;
    if (earliest === null || at < earliest) earliest = at;
  }
  return earliest;
}

/** When a turn was done: as said, else at its slot, and never after it was reported. */
function turnedAt({ versions, zone }: CaseFacts, { doneAt, day, slot, recordedAt }: TurnReport): Instant {
  return doneAt ?? Math.min(slotTime(versions, zone, day, slot), recordedAt);
}
