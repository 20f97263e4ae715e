import type { Centi } from '#lib/domain/units.ts';
import type { AmendmentKind } from './amendment.ts';
import { isHeld } from './amendment-problems.ts';
import type { DevicePlan, ProtocolVersion } from './version.ts';

/**
 * The amounts that an amendment starts from, one plan per device of the version that it changes: 0 for what is held, those
 * before the hold for what is resumed, backwards for what is reversed (to an amount that the author gives), else as they
 * are. `deviceId` null: every device; `versions`: those that begin no later than the amendment.
 */
export function draftPlans(
  versions: readonly ProtocolVersion[],
  base: ProtocolVersion,
  kind: AmendmentKind,
  deviceId: string | null,
): readonly DevicePlan[] {
  const isAsked = (plan: DevicePlan) => deviceId === null || plan.deviceId === deviceId;
  return base.devices.map((plan) => (isAsked(plan) ? draftPlan(versions, base, kind, plan) : plan));
}

/** The plan of one device that an amendment starts from. */
export function draftPlan(
  versions: readonly ProtocolVersion[],
  base: ProtocolVersion,
  kind: AmendmentKind,
  plan: DevicePlan,
): DevicePlan {
  switch (kind) {
    case 'hold':
      return { ...plan, perSession: plan.perSession.map(() => 0) };
    case 'resume':
      return isHeld(plan) ? { ...plan, perSession: beforeTheHold(versions, base, plan) } : plan;
    case 'reverse':
      return { ...plan, perSession: plan.perSession.map((centi) => -Math.abs(centi)), targetUm: null };
    case 'first':
    case 'change':
    case 'exchange':
      return plan;
  }
}

/** What the device did in the latest of the versions that turned it with as many sessions; none such: still nothing. */
function beforeTheHold(
  versions: readonly ProtocolVersion[],
  base: ProtocolVersion,
  held: DevicePlan,
): readonly Centi[] {
  const turned = versions
    .filter(({ sessions }) => sessions.length === base.sessions.length)
    .sort((a, b) => b.version - a.version)
    .flatMap(({ devices }) => devices.filter((plan) => plan.deviceId === held.deviceId && !isHeld(plan)));
  return turned[0]?.perSession ?? held.perSession;
}
