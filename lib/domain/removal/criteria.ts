import { startOfDay } from '#lib/domain/case-day.ts';
import type { Complication } from '#lib/domain/complication/complication.ts';
import { openComplications } from '#lib/domain/complication/status.ts';
import { isInPlace, isOnHold, isTurning } from '#lib/domain/deviation/rule.ts';
import type { Projection } from '#lib/domain/forecast/forecast.ts';
import type { Course } from '#lib/domain/timeline/course.ts';
import type { EarlyWindow } from './early-removal.ts';
import { latestCheck } from './latest-check.ts';
import type { CheckLine } from './removal-facts.ts';
import type { RemovalWindow } from './removal-window.ts';

export type CriterionState = 'met' | 'not-met' | 'not-assessable';

/** What must be in order before the hardware comes out, with what it was judged on. */
export type Criterion =
  /** `earliest`: by the protocol's rule, whatever was decided. `waived`: not met, and a clinician decided not to wait. */
  | {
      kind: 'consolidation';
      state: CriterionState | 'waived';
      earliest: Projection;
      early: EarlyWindow | null;
    }
  | { kind: 'imaging' | 'consent'; state: CriterionState }
  /** `open`: those that nobody has recorded as resolved. */
  | { kind: 'complication'; state: CriterionState; open: readonly Pick<Complication, 'kind' | 'failure'>[] }
  /** `held`: labels of the devices that stand still while turning is not over. */
  | { kind: 'hold'; state: CriterionState; held: readonly string[] }
  /** `open`: labels of the checks that failed or of which nothing is recorded. */
  | { kind: 'checks'; state: CriterionState; open: readonly string[] };

/** Every criterion, in the order in which a person would ask. What nobody recorded is not assessable, never met. */
export function criteriaOf(course: Course, window: RemovalWindow): readonly Criterion[] {
  const { template } = course.facts.removal;
  const single = (kind: 'imaging' | 'consent'): Criterion[] =>
    template.some(({ key }) => key === kind) ? [{ kind, state: stateOf(course, kind) }] : [];
  const others = template.filter(({ key }) => key !== 'imaging' && key !== 'consent');
  return [
    consolidation(course, window),
    ...single('imaging'),
    complication(course),
    hold(course),
    ...single('consent'),
    ...(others.length > 0 ? [checks(course, others)] : []),
  ];
}

/** A decision to remove the hardware early never makes the bone consolidated: it waives the criterion, by name. */
function consolidation({ facts, reached }: Course, window: RemovalWindow): Criterion {
  const { early } = window;
  const earliest = early?.byRule ?? window.earliest;
  const isOver =
    earliest.kind === 'reached' || (earliest.kind === 'day' && reached(startOfDay(facts.zone, earliest.day)));
  const open = earliest.kind === 'not-assessable' ? 'not-assessable' : 'not-met';
  const state = isOver ? 'met' : early === null ? open : 'waived';
  return { kind: 'consolidation', state, earliest, early };
}

function complication({ facts }: Course): Criterion {
  const open = openComplications(facts.complications).map(({ kind, failure }) => ({ kind, failure }));
  return { kind: 'complication', state: open.length === 0 ? 'met' : 'not-met', open };
}

function stateOf({ facts }: Course, key: string): CriterionState {
  const check = latestCheck(facts.removal.checks, key);
  if (check === null) return 'not-assessable';
  return check.state === 'failed' ? 'not-met' : 'met';
}

/** A hold that stands: turning is not over and the version in force asks nothing of a device that is in place. */
function hold(course: Course): Criterion {
  const held = course.devices
    .filter((one) => isInPlace(course, one) && isOnHold(course, one))
    .map(({ device }) => device.label);
  const isUnknown = isTurning(course) && course.inForce === null;
  const state = held.length > 0 ? 'not-met' : isUnknown ? 'not-assessable' : 'met';
  return { kind: 'hold', state, held };
}

function checks(course: Course, lines: readonly CheckLine[]): Criterion {
  const states = lines.map((line) => ({ line, state: stateOf(course, line.key) }));
  const state = states.some((one) => one.state === 'not-met')
    ? 'not-met'
    : states.some((one) => one.state === 'not-assessable')
      ? 'not-assessable'
      : 'met';
  return {
    kind: 'checks',
    state,
    open: states.filter((one) => one.state !== 'met').map(({ line }) => line.label),
  };
}
