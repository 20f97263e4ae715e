import { inactiveSpans } from '#lib/domain/phase/inactive-spans.ts';
import { type PlannedSlot, plannedSlots } from '#lib/domain/plan/planned-slots.ts';
import type { Course } from '#lib/domain/timeline/course.ts';
import { expansionUm, type Um } from '#lib/domain/units.ts';
import { clampX, type LocalX, localX, pathX, pathY, type TimeSpan, type YScale } from './chart-scale.ts';
import { StepPath } from './step-path.ts';

/** The level that a plan asks for from `x` on, and how far from it is tolerated. */
export type PlanStep = { x: LocalX; um: Um; behindUm: Um; aheadUm: Um; isHold: boolean };

/** The plan of one device: its steps, and where it stops being planned. */
export type DevicePlanSteps = { steps: readonly PlanStep[]; endX: LocalX };

/** Planned expansion of each device through the end of the drawn time: all versions, or only those that are given. */
export function planSteps(
  course: Course,
  span: TimeSpan,
  versions = course.facts.versions,
): readonly DevicePlanSteps[] {
  const { facts } = course;
  const prescription = { ...facts, versions, inactive: inactiveSpans(facts, course.reached) };
  const plans = facts.devices.map(() => ({ steps: [] as PlanStep[], endX: span.from }));
  for (const slot of plannedSlots(prescription, Math.ceil(span.to))) {
    const x = localX(facts.zone, slot.at);
    facts.devices.forEach((device, index) => {
      const amount = slot.amounts[index];
      const plan = plans[index];
      if (!amount || !plan || amount.kind === 'none') return;
      plan.endX = x;
      plan.steps.push(stepOf(slot, x, expansionUm(amount.totalCenti, device), amount.kind === 'hold'));
    });
  }
  return plans;
}

function stepOf(slot: PlannedSlot, x: LocalX, um: Um, isHold: boolean): PlanStep {
  const { behindUm, aheadUm } = slot.version.tolerances;
  return { x, um, behindUm, aheadUm, isHold };
}

/** A path of steps from `from` on; empty when nothing is planned there. */
export function planPath(plan: DevicePlanSteps, span: TimeSpan, scale: YScale, from = span.from): string {
  const fromX = clampX(span, from);
  const path = new StepPath();
  let level: Um = 0;
  for (const step of plan.steps) {
    if (step.x > span.to) break;
    if (step.x >= fromX && (path.isEmpty || step.um !== level)) {
      if (path.isEmpty) path.moveTo(pathX(span, Math.max(fromX, step.x)), pathY(scale, level));
      path.levelTo(pathX(span, step.x)).uprightTo(pathY(scale, step.um));
    }
    level = step.um;
  }
  return path.isEmpty ? '' : path.levelTo(pathX(span, Math.min(span.to, plan.endX))).toString();
}

/** The band within which a deviation is tolerated: a closed path around the plan. */
export function tolerancePath(plan: DevicePlanSteps, span: TimeSpan, scale: YScale): string {
  const upper: Corner[] = [];
  const lower: Corner[] = [];
  for (const { x, um, aheadUm, behindUm } of plan.steps) {
    if (x > span.to) break;
    if (x < span.from) continue;
    addCorner(upper, span, x, pathY(scale, um + aheadUm));
    addCorner(lower, span, x, pathY(scale, um - behindUm));
  }
  const [first] = upper;
  if (!first) return '';
  const path = new StepPath().moveTo(first.x, first.y);
  for (const { x, y } of upper) path.levelTo(x).uprightTo(y);
  path.levelTo(pathX(span, Math.min(span.to, plan.endX)));
  for (const { x, y } of lower.reverse()) path.uprightTo(y).levelTo(x);
  return path.closed();
}

type Corner = { x: number; y: number };

/** Where the level of an edge changes. */
function addCorner(corners: Corner[], span: TimeSpan, x: LocalX, y: number): void {
  if (corners.at(-1)?.y !== y) corners.push({ x: pathX(span, x), y });
}

/** The highest and lowest level that a plan reaches. */
export function planExtent(plan: DevicePlanSteps): readonly Um[] {
  const levels = plan.steps.map(({ um }) => um);
  return levels.length === 0 ? [] : [Math.min(...levels), Math.max(...levels)];
}

/** Stretches of a day or more in which the plan holds on purpose. */
export function holdSpans(plan: DevicePlanSteps): readonly TimeSpan[] {
  const holds: TimeSpan[] = [];
  let from: LocalX | null = null;
  for (const step of plan.steps) {
    if (step.isHold) from ??= step.x;
    else if (from !== null) {
      if (step.x - from >= 1) holds.push({ from, to: step.x });
      from = null;
    }
  }
  if (from !== null && plan.endX > from) holds.push({ from, to: plan.endX });
  return holds;
}
