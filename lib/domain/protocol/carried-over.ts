import type { Centi, Minutes } from '#lib/domain/units.ts';
import { isHeld } from './amendment-problems.ts';
import { versionsUntil } from './base-version.ts';
import { draftPlan } from './draft-plans.ts';
import { type Amending, isSame, type Merge, mergeOf } from './merge-versions.ts';
import { stricterRules } from './stricter-rules.ts';
import {
  type DevicePlan,
  lastPlannedDay,
  nearer,
  type Prescribed,
  type ProtocolVersion,
  planOf,
} from './version.ts';

/** What is said from the start of a later version on, and whether some of it is decided by both: nobody was told that. */
export type CarriedOver = { said: Prescribed; isDecidedByBoth: boolean };

/**
 * What a version that begins after an amendment says with the amendment in it, from its own start on. What only one of the
 * two changes is as that one says. Of what both change the more careful holds: a hold before any amount, else the whole plan
 * of the smaller day, the nearer target, the earlier end, the stricter rule. Null where they cannot both be followed: the
 * amendment turns back, ends the turning before, or gives the day other sessions.
 */
export function carriedOver(amending: Amending): CarriedOver | null {
  const { base, next, later } = amending;
  if (turnsBackAnew(base, next) || endsBefore(base, next, later)) return null;
  const merge = mergeOf(amending);
  const sessions = merge(
    (version) => version.sessions,
    (amended) => amended,
  );
  const devices = plansOf(amending, sessions, merge);
  if (devices === null || devices.length === 0) return null;
  const said = {
    kind: next.kind,
    fromDay: later.fromDay,
    fromSlot: later.fromSlot,
    sessions,
    devices,
    lastDay: merge(({ lastDay }) => lastDay, nearer),
    stopVisitDay: merge(({ stopVisitDay }) => stopVisitDay, nearer),
    ...stricterRules(merge),
    reasonCode: next.reasonCode,
    reason: next.reason,
  };
  return { said, isDecidedByBoth: merge.isDecidedByBoth() };
}

/**
 * Where both cannot be followed, the amendment from the start of the later version on with what that one was to hold from
 * then held; null: it was to hold nothing that the amendment turns.
 */
export function heldOver({ base, next, between, later }: Amending): Prescribed | null {
  const isToBeHeld = (deviceId: string) => {
    const [then, ...before] = [later, base, ...between].map((version) => planOf(version, deviceId));
    return then !== undefined && isHeld(then) && before.some((plan) => plan && !isHeld(plan));
  };
  if ((lastPlannedDay(next) ?? later.fromDay) < later.fromDay) return null;
  const devices = next.devices.map((plan) =>
    isToBeHeld(plan.deviceId) ? { ...plan, perSession: plan.perSession.map(() => 0) } : plan,
  );
  if (isSame(devices, next.devices)) return null;
  const isWithin = later.fromSlot <= next.sessions.length;
  const start = isWithin
    ? { fromDay: later.fromDay, fromSlot: later.fromSlot }
    : { fromDay: later.fromDay + 1, fromSlot: 1 };
  return { ...next, devices, ...start };
}

function plansOf(amending: Amending, sessions: readonly Minutes[], merge: Merge): DevicePlan[] | null {
  const { next, later } = amending;
  const ids = new Set([...later.devices, ...next.devices].map(({ deviceId }) => deviceId));
  const plans: DevicePlan[] = [];
  for (const deviceId of ids) {
    const plan = carriedPlan(amending, deviceId, sessions, merge);
    if (plan === undefined) continue;
    if (plan.perSession.length !== sessions.length) return null;
    plans.push(plan);
  }
  return plans;
}

/** The plan of one device; undefined: none. It has another number of amounts than there are sessions where none fits. */
function carriedPlan(
  amending: Amending,
  deviceId: string,
  sessions: readonly Minutes[],
  merge: Merge,
): DevicePlan | undefined {
  const { base, next, later } = amending;
  const [was, is, then] = [base, next, later].map((version) => planOf(version, deviceId));
  const rest = sessions.map(() => 0);
  if (isHeldBy(amending, deviceId)) {
    if (then && !isSame(was?.perSession, then.perSession)) merge.decideByBoth();
    return then && { ...then, perSession: rest };
  }
  // A device that either takes out of the plan is out.
  if (!is) return was ? undefined : then;
  if (!then) return was ? undefined : is;
  const { amounts } = merge(
    (version) => turnsOf(amending, version, deviceId),
    (amended, signed) =>
      isRest(amended) || isRest(signed) ? { amounts: rest } : smallerDay(amended, signed),
  );
  const targetUm = merge((version) => planOf(version, deviceId)?.targetUm ?? null, nearer);
  return { deviceId, perSession: isRest({ amounts }) ? rest : amounts, targetUm };
}

/** Whether a hold is of this device: it stops it, or it stops none that turned, or it leaves none that turns. */
function isHeldBy({ base, next }: Amending, deviceId: string): boolean {
  if (next.kind !== 'hold') return false;
  const isStopped = (plan: DevicePlan) => {
    const was = planOf(base, plan.deviceId);
    return isHeld(plan) && was !== undefined && !isHeld(was);
  };
  if (next.devices.every(isHeld)) return true;
  const held = next.devices.filter(next.devices.some(isStopped) ? isStopped : isHeld);
  return held.some((plan) => plan.deviceId === deviceId);
}

/** What a device is turned in each session; `resumes`: by a version that itself was to end its rest. */
type Turns = { amounts: readonly Centi[]; resumes?: true };

/** What a version turns. What an amendment resumes is compared with what each would ask without the hold. */
function turnsOf(amending: Amending, version: ProtocolVersion, deviceId: string): Turns {
  const { versions, base, next } = amending;
  const [plan, was, is] = [version, base, next].map((one) => planOf(one, deviceId));
  const amounts = plan?.perSession ?? [];
  if (!plan || !was || !is || !isHeld(was) || isHeld(is) || version === next) return { amounts };
  if (version === base) {
    return { amounts: draftPlan(versionsUntil(versions, next), base, 'resume', plan).perSession };
  }
  if (!isHeld(plan)) return isSame(amounts, is.perSession) ? { amounts } : { amounts, resumes: true };
  return { amounts: signedAmounts(amending, version, deviceId) ?? amounts };
}

/** What was signed for a device before the present hold was carried into it; a hold that was itself signed stays one. */
function signedAmounts(
  amending: Amending,
  version: ProtocolVersion,
  deviceId: string,
): readonly Centi[] | undefined {
  const { versions, next } = amending;
  const plan = planOf(version, deviceId);
  const carries = versions.find((other) => other.version === version.carries);
  if (!plan || !carries || !isHeld(plan)) return plan?.perSession;
  const begun = versionsUntil(versions, next);
  const isOfPresentHold = versionsOfHold(begun, deviceId).includes(amendmentOf(versions, version));
  return isOfPresentHold ? signedAmounts(amending, carries, deviceId) : plan.perSession;
}

/** The versions of the hold in which a device is by now. */
function versionsOfHold(
  begun: readonly ProtocolVersion[],
  deviceId: string,
): readonly (ProtocolVersion | undefined)[] {
  const latestFirst = [...begun].sort((a, b) => b.version - a.version);
  const turned = latestFirst.findIndex((version) => {
    const plan = planOf(version, deviceId);
    return !plan || !isHeld(plan);
  });
  return turned < 0 ? latestFirst : latestFirst.slice(0, turned);
}

/** The amendment together with which a version that carries another on was written. */
function amendmentOf(
  versions: readonly ProtocolVersion[],
  { version: number, recordedAt }: ProtocolVersion,
): ProtocolVersion | undefined {
  return versions
    .filter(({ version, carries }) => version < number && carries === null)
    .filter((one) => (one.cosignedAt ?? one.recordedAt) === recordedAt)
    .sort((a, b) => b.version - a.version)[0];
}

function smallerDay(amended: Turns, signed: Turns): Turns {
  return dayOfAmounts(amended.amounts) < dayOfAmounts(signed.amounts) ? amended : signed;
}

/** What a device is turned in a day. */
export function dayOfAmounts(amounts: readonly Centi[]): Centi {
  return amounts.reduce((sum, centi) => sum + centi, 0);
}

function isRest({ amounts }: Turns): boolean {
  return amounts.every((centi) => centi === 0);
}

/** After distance was given up, what comes next is decided anew. */
function turnsBackAnew(base: ProtocolVersion, next: ProtocolVersion): boolean {
  return next.devices.some(
    (plan) =>
      plan.perSession.some((centi) => centi < 0) &&
      !isSame(plan.perSession, planOf(base, plan.deviceId)?.perSession),
  );
}

function endsBefore(base: ProtocolVersion, next: ProtocolVersion, { fromDay }: ProtocolVersion): boolean {
  const last = lastPlannedDay(next);
  return last !== null && last < fromDay && last !== lastPlannedDay(base);
}
