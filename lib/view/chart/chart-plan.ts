import type { CaseFacts } from '#lib/domain/facts.ts';
import type { PlannedSlot } from '#lib/domain/plan/planned-slots.ts';
import type { ProtocolVersion } from '#lib/domain/protocol/version.ts';
import { expansionUm, type Um } from '#lib/domain/units.ts';
import { clampX, type LocalX, localX, type TimeSpan, tenthsX, tenthsY, type YScale } from './chart-scale.ts';
import { type DrawnLine, StepPath } from './step-path.ts';

/** The level that a version of the plan asks for from `x` on. */
export type PlanStep = { x: LocalX; um: Um; version: ProtocolVersion; isHold: boolean };

/** The plan of one device: its steps, and where it stops being planned. */
export type DevicePlanSteps = { steps: readonly PlanStep[]; endX: LocalX };

/** Planned expansion of each device as the slots of a plan have it. `from`: where the drawn time begins. */
export function planSteps(
  { zone, devices }: Pick<CaseFacts, 'zone' | 'devices'>,
  slots: readonly PlannedSlot[],
  from: LocalX,
): readonly DevicePlanSteps[] {
  const xs = slots.map(({ at }) => localX(zone, at));
  return devices.map((device, index) => {
    const steps: PlanStep[] = [];
    slots.forEach(({ amounts, version }, place) => {
      const amount = amounts[index];
      if (!amount || amount.kind === 'none') return;
      const um = expansionUm(amount.totalCenti, device);
      steps.push({ x: xs[place] ?? from, um, version, isHold: amount.kind === 'hold' });
    });
    return { steps, endX: steps.at(-1)?.x ?? from };
  });
}

/** The steps that a plan has by one version, and those after them. */
export function continued(
  plan: DevicePlanSteps,
  version: ProtocolVersion,
  rest: DevicePlanSteps | undefined,
): DevicePlanSteps {
  const steps = plan.steps.filter((step) => step.version === version).concat(rest?.steps ?? []);
  return { steps, endX: steps.at(-1)?.x ?? plan.endX };
}

/** A line of steps from `from` on; empty when nothing is planned there. */
export function planLine(plan: DevicePlanSteps, span: TimeSpan, scale: YScale, from = span.from): DrawnLine {
  const fromX = clampX(span, from);
  const path = new StepPath(2 * plan.steps.length + 1);
  let level: Um = 0;
  for (const step of plan.steps) {
    if (step.x > span.to) break;
    if (step.x >= fromX && (path.isEmpty || step.um !== level)) {
      if (path.isEmpty) path.moveTo(tenthsX(span, Math.max(fromX, step.x)), tenthsY(scale, level));
      path.levelTo(tenthsX(span, step.x)).uprightTo(tenthsY(scale, step.um));
    }
    level = step.um;
  }
  if (!path.isEmpty) path.levelTo(tenthsX(span, Math.min(span.to, plan.endX)));
  return { path: path.toString(), pieces: path.pieces };
}

/** The band within which a deviation is tolerated: a closed path, over the plan and back under it. */
export function tolerancePath({ steps, endX }: DevicePlanSteps, span: TimeSpan, scale: YScale): string {
  const drawn = stepsWithin(steps, span);
  const [first] = drawn;
  if (!first) return '';
  const over = ({ um, version }: PlanStep) => tenthsY(scale, um + version.tolerances.aheadUm);
  const under = ({ um, version }: PlanStep) => tenthsY(scale, um - version.tolerances.behindUm);
  const path = new StepPath().moveTo(tenthsX(span, first.x), over(first));
  for (const step of drawn) path.stepTo(tenthsX(span, step.x), over(step));
  let x = tenthsX(span, Math.min(span.to, endX));
  path.levelTo(x);
  for (const step of drawn.reverse()) {
    path.stepTo(x, under(step));
    x = tenthsX(span, step.x);
  }
  return path.levelTo(x).closed();
}

function stepsWithin(steps: readonly PlanStep[], span: TimeSpan): PlanStep[] {
  const from = steps.findIndex(({ x }) => x >= span.from);
  const after = steps.findIndex(({ x }) => x > span.to);
  return from === -1 ? [] : steps.slice(from, after === -1 ? steps.length : after);
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
