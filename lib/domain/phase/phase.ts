import type { CaseFacts, CourseEvent } from '#lib/domain/facts.ts';
import { slotTime } from '#lib/domain/plan/slot-time.ts';
import { firstVersion } from '#lib/domain/protocol/version.ts';
import { standingReports } from '#lib/domain/turn/effective-reports.ts';
import type { TurnReport } from '#lib/domain/turn/report.ts';
import { HOUR_MS, type Instant } from '#lib/domain/units.ts';
import { hardwareOutAt } from './hardware-out.ts';
import { type CourseStep, type PhaseKind, TRANSITIONS } from './transitions.ts';

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
  /** When the last of the hardware came out; null while any of it is in place. */
  removedAt: Instant | null;
  stoppedEarly: boolean;
  /** When it was decided to take the hardware out before its time; null: it was not. */
  earlyRemovalDecidedAt: Instant | null;
};

/**
 * The phase at an instant, from facts that took effect by then: the recorded steps in order, each taken where the
 * table of transitions allows it.
 * Activation begins with the first turn of the first planned slot or later, or, with no protocol, with the first
 * turn after the operation; an earlier one is a turn in the wrong phase.
 */
export function phaseAt(facts: CaseFacts, reached: (at: Instant) => boolean): Phase {
  const steps = courseSteps(facts, reached);
  const timeOf = (step: CourseStep) => steps.find((one) => one.step === step)?.at ?? null;
  const phase: Phase = {
    kind: 'planning',
    sinceAt: null,
    operatedAt: timeOf('operated'),
    firstTurnAt: timeOf('first-turn'),
    activationEndedAt: null,
    consolidationStartedAt: null,
    removedAt: timeOf('removed'),
    stoppedEarly: false,
    earlyRemovalDecidedAt: null,
  };
  for (const { step, event } of steps) {
    const next = TRANSITIONS[phase.kind][step];
    if (next === null) continue;
    phase.kind = next;
    if (event !== null) applyEvent(phase, event);
  }
  return { ...phase, sinceAt: sinceOf(phase) };
}

function sinceOf(phase: Phase): Instant | null {
  switch (phase.kind) {
    case 'planning':
      return null;
    case 'latency':
      return phase.operatedAt;
    case 'activation':
      return phase.firstTurnAt;
    case 'consolidation':
      return phase.consolidationStartedAt ?? phase.activationEndedAt;
    case 'follow-up':
      return phase.removedAt;
  }
}

/** One recorded step of the course, when it took effect, and the event that tells of it, where one does. */
export type TakenStep = { step: CourseStep; at: Instant; event: CourseEvent | null };

/**
 * The steps recorded of a case that have taken effect, in the order in which they did. Consolidation begins with a
 * day: on the day of the operation it counts from its end.
 */
export function courseSteps(facts: CaseFacts, reached: (at: Instant) => boolean): readonly TakenStep[] {
  const operatedAt = firstIndexOperation(facts, reached);
  const firstTurnAt = operatedAt === null ? null : firstTherapeuticTurn(facts, operatedAt, reached);
  const removedAt = hardwareOutAt(facts, reached);
  const effectOf = ({ kind, at }: CourseEvent) =>
    kind === 'consolidation-started' && operatedAt !== null && at < operatedAt && at >= operatedAt - DAY_MS
      ? operatedAt
      : at;
  const events = courseEventsInOrder(facts.events, reached).map((event): TakenStep => {
    const at = effectOf(event);
    if (event.kind !== 'activation-resumed') return { step: event.kind, at, event };
    const hasTurned = firstTurnAt !== null && firstTurnAt <= at;
    return { step: hasTurned ? 'resumed' : 'resumed-before-first-turn', at, event };
  });
  const steps: TakenStep[] = [
    ...(operatedAt === null ? [] : [{ step: 'operated' as const, at: operatedAt, event: null }]),
    ...(firstTurnAt === null ? [] : [{ step: 'first-turn' as const, at: firstTurnAt, event: null }]),
    ...events,
    ...(removedAt === null ? [] : [{ step: 'removed' as const, at: removedAt, event: null }]),
  ];
  // The sort is stable: at one instant the operation comes first, then the turn, the events, the removal.
  return steps.sort((a, b) => a.at - b.at);
}

const DAY_MS = 24 * HOUR_MS;

function applyEvent(phase: Phase, event: CourseEvent): void {
  switch (event.kind) {
    case 'activation-ended':
      phase.activationEndedAt = event.at;
      break;
    case 'stopped-early':
      phase.activationEndedAt ??= event.at;
      phase.stoppedEarly = true;
      break;
    case 'early-removal-decided':
      phase.activationEndedAt ??= event.at;
      phase.earlyRemovalDecidedAt = event.at;
      break;
    case 'activation-resumed':
      phase.activationEndedAt = null;
      phase.consolidationStartedAt = null;
      phase.stoppedEarly = false;
      phase.earlyRemovalDecidedAt = null;
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
  'early-removal-decided': 4,
};

/** The events that have taken effect, in the order in which they did. */
export function courseEventsInOrder(
  events: readonly CourseEvent[],
  reached: (at: Instant) => boolean,
): readonly CourseEvent[] {
  return events.filter((event) => reached(event.at)).sort(byEffect);
}

/** The decision about the course that was recorded last, of those that stand; null: none. */
export function lastRecordedEvent(events: readonly CourseEvent[]): CourseEvent | null {
  return [...events].sort((a, b) => a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : 1)).at(-1) ?? null;
}

function byEffect(a: CourseEvent, b: CourseEvent): number {
  return (
    a.at - b.at ||
    a.recordedAt - b.recordedAt ||
    EFFECT_ORDER[a.kind] - EFFECT_ORDER[b.kind] ||
    (a.id < b.id ? -1 : 1)
  );
}

function firstIndexOperation(facts: CaseFacts, reached: (at: Instant) => boolean): Instant | null {
  const times = facts.operations
    .filter((o) => o.kind === 'index' && reached(o.endedAt))
    .map((o) => o.endedAt);
  return times.length === 0 ? null : Math.min(...times);
}

function firstTherapeuticTurn(
  facts: CaseFacts,
  operatedAt: Instant,
  reached: (at: Instant) => boolean,
): Instant | null {
  const first = firstVersion(facts.versions);
  let earliest: Instant | null = null;
  for (const report of standingReports(facts.reports)) {
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
