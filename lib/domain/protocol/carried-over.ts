import type { Centi, Day, Minutes } from '#lib/domain/units.ts';
import { isHeld } from './amendment-problems.ts';
import { type VersionStart, versionsUntil } from './base-version.ts';
import { draftPlan } from './draft-plans.ts';
import { type DevicePlan, lastPlannedDay, type Prescribed, type ProtocolVersion } from './version.ts';

/** An amendment with the version that it changes, and one that was to begin after both. */
type Amending = {
  versions: readonly ProtocolVersion[];
  base: ProtocolVersion;
  next: ProtocolVersion;
  later: ProtocolVersion;
};

/**
 * What a version that begins after an amendment says with the amendment in it, from its own start on. What only one of the
 * two changes is as that one says; what both change is as the later one says, but no device is turned by more than either
 * asks, nor for longer than was signed, and what is held stays held until somebody resumes it. Null where they cannot both be followed: the amendment
 * turns back, ends the turning before, or gives the day other sessions.
 */
export function carriedOver(amending: Amending): Prescribed | null {
  const { base, next, later } = amending;
  if (turnsBackAnew(base, next) || endsBefore(base, next, later)) return null;
  const sessions = chosen(amending, (version) => version.sessions);
  const devices = plansOf(amending, sessions);
  if (devices === null || devices.length === 0) return null;
  return {
    kind: next.kind,
    fromDay: later.fromDay,
    fromSlot: later.fromSlot,
    sessions,
    devices,
    latencyDays: chosen(amending, ({ latencyDays }) => latencyDays),
    lastDay: earlier(amending, ({ lastDay }) => lastDay),
    stopVisitDay: earlier(amending, ({ stopVisitDay }) => stopVisitDay),
    minIntervalMin: chosen(amending, ({ minIntervalMin }) => minIntervalMin),
    tolerances: chosen(amending, ({ tolerances }) => tolerances),
    missedTurnRule: chosen(amending, ({ missedTurnRule }) => missedTurnRule),
    contactDays: chosen(amending, ({ contactDays }) => contactDays),
    consolidation: chosen(amending, ({ consolidation }) => consolidation),
    reasonCode: next.reasonCode,
    reason: next.reason,
  };
}

/** What the amendment says where only it changes something, else what the later version says. */
function chosen<T>({ base, next, later }: Amending, part: (version: ProtocolVersion) => T): T {
  return isSame(part(base), part(later)) ? part(next) : part(later);
}

/** A day on which turning stops: that of the amendment where it changes it, but no later than was signed. */
function earlier(
  { base, next, later }: Amending,
  part: (version: ProtocolVersion) => Day | null,
): Day | null {
  const [was, is, then] = [part(base), part(next), part(later)];
  if (is === was || is === null || then === null) return is === was ? then : (is ?? then);
  return Math.min(is, then);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
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

function plansOf(amending: Amending, sessions: readonly Minutes[]): DevicePlan[] | null {
  const { next, later } = amending;
  const ids = new Set([...later.devices, ...next.devices].map(({ deviceId }) => deviceId));
  const plans: DevicePlan[] = [];
  for (const deviceId of ids) {
    const plan = carriedPlan(amending, deviceId, sessions);
    if (plan === undefined) continue;
    if (plan.perSession.length !== sessions.length) return null;
    plans.push(plan);
  }
  return plans;
}

/** The plan of one device; undefined: none. It has another number of amounts than there are sessions where none fits. */
function carriedPlan(
  { versions, base, next, later }: Amending,
  deviceId: string,
  sessions: readonly Minutes[],
): DevicePlan | undefined {
  const [was, is, then] = [planOf(base, deviceId), planOf(next, deviceId), planOf(later, deviceId)];
  if (then && next.kind === 'hold' && (is ? isHeld(is) : next.devices.every(isHeld))) {
    return { ...then, perSession: sessions.map(() => 0) };
  }
  if (!is) return was ? undefined : then;
  if (!then) return was ? undefined : is;
  const isResumed = was !== undefined && isHeld(was) && !isHeld(is);
  // What is resumed is compared with what it would have been without the hold.
  const turned = (version: ProtocolVersion, plan: DevicePlan, from: VersionStart) =>
    isResumed
      ? draftPlan(versionsUntil(versions, from), version, 'resume', plan).perSession
      : plan.perSession;
  const [before, signed] = [was && turned(base, was, next), turned(later, then, later)];
  const targetUm = isSame(was?.targetUm, then.targetUm) ? is.targetUm : then.targetUm;
  return { deviceId, perSession: amounts(before, is.perSession, signed), targetUm };
}

function amounts(
  before: readonly Centi[] | undefined,
  amended: readonly Centi[],
  signed: readonly Centi[],
): readonly Centi[] {
  if (isSame(before, amended)) return signed;
  if (isSame(before, signed)) return amended;
  if (amended.length !== signed.length) return [];
  return amended.map((centi, index) => Math.min(centi, signed[index] ?? centi));
}

function planOf({ devices }: ProtocolVersion, deviceId: string): DevicePlan | undefined {
  return devices.find((plan) => plan.deviceId === deviceId);
}
