import { instantAt } from '#lib/domain/case-day.ts';
import type { Device } from '#lib/domain/device/device.ts';
import type { InactiveSpan } from '#lib/domain/phase/inactive-spans.ts';
import { type DevicePlan, lastPlannedDay, type ProtocolVersion } from '#lib/domain/protocol/version.ts';
import type { PlanKind } from '#lib/domain/timeline/slot-entry.ts';
import { actuationsCenti, type Centi, type Day, type Instant, MINUTE_MS } from '#lib/domain/units.ts';

/** What one device is to do in a slot, and its planned total through it. */
export type PlannedAmount = { kind: PlanKind; centi: Centi; sessionCenti: Centi; totalCenti: Centi };

export type PlannedSlot = {
  day: Day;
  slot: number;
  at: Instant;
  graceEndsAt: Instant;
  version: ProtocolVersion;
  /** One per device, in the order the devices were given. */
  amounts: readonly PlannedAmount[];
};

/** What a plan is laid out from. */
export type Prescription = {
  zone: string;
  devices: readonly Device[];
  versions: readonly ProtocolVersion[];
  /** Stretches in which activation was over: nothing is planned in them. */
  inactive: readonly InactiveSpan[];
};

/**
 * A slot within the course from which on a plan is laid out, with what each device has been turned before it. `planned`:
 * what the plan had come to by then, where that is not the same.
 */
export type PlanStart = { day: Day; slot: number; totals: readonly Centi[]; planned?: readonly Centi[] };

/**
 * Every slot of the protocol in order, from its first, or from `begun`, to the end of `throughDay`.
 * Each slot is planned by exactly one version: the latest that had begun.
 * A device is turned in full while that brings it nearer its target; afterwards it is `complete`. Turned back, it goes
 * no further than to a target behind it, or to its opening at placement: what was advanced bounds a reversal.
 */
export function* plannedSlots(
  prescription: Prescription,
  throughDay: Day,
  begun?: PlanStart,
): Generator<PlannedSlot> {
  const { versions, devices } = prescription;
  if (versions.length === 0) return;
  const totals = devices.map((_, index) => begun?.totals[index] ?? 0);
  const firstDay = versions.reduce((day, { fromDay }) => Math.min(day, fromDay), Number.POSITIVE_INFINITY);
  const most = mostSessions(versions);
  const isLater = begun !== undefined && begun.day >= firstDay;
  let slot = isLater ? begun.slot : 1;
  for (let day = isLater ? begun.day : firstDay; day <= throughDay; day++) {
    for (; slot <= most; slot++) {
      const version = versionPlanning(versions, day, slot);
      if (version !== null) yield plannedSlot(prescription, version, { day, slot }, totals, begun?.planned);
    }
    slot = 1;
  }
}

/** One slot; `totals` move on through it. `planned`: what the plan had come to where it is laid out from other totals. */
function plannedSlot(
  { zone, devices, inactive }: Prescription,
  version: ProtocolVersion,
  { day, slot }: { day: Day; slot: number },
  totals: Centi[],
  planned?: readonly Centi[],
): PlannedSlot {
  const at = instantAt(zone, day, version.sessions[slot - 1] ?? 0);
  const over = day > (lastPlannedDay(version) ?? day) || isInactive(inactive, at);
  const amounts = new Array<PlannedAmount>(devices.length);
  let index = 0;
  for (const device of devices) {
    const total = totals[index] ?? 0;
    const isPlanned = !over && isInPlace(device, at);
    const amount = isPlanned
      ? amountFor(version, device, slot, total, Math.max(total, planned?.[index] ?? total))
      : nothing(total);
    totals[index] = amount.totalCenti;
    amounts[index++] = amount;
  }
  return { day, slot, at, graceEndsAt: at + version.tolerances.graceMin * MINUTE_MS, version, amounts };
}

/** The version in force in a slot: the highest-numbered one that had begun by then; null before the first. */
export function versionInForce(
  versions: readonly ProtocolVersion[],
  day: Day,
  slot: number,
): ProtocolVersion | null {
  let found: ProtocolVersion | null = null;
  for (const version of versions) {
    const begun = version.fromDay < day || (version.fromDay === day && version.fromSlot <= slot);
    if (begun && (found === null || version.version > found.version)) found = version;
  }
  return found;
}

/** The version that plans a slot: the one in force in it, if it has so many sessions. */
export function versionPlanning(
  versions: readonly ProtocolVersion[],
  day: Day,
  slot: number,
): ProtocolVersion | null {
  const version = versionInForce(versions, day, slot);
  return version !== null && slot <= version.sessions.length ? version : null;
}

/** How many slots a day has at most. */
export function mostSessions(versions: readonly ProtocolVersion[]): number {
  return versions.reduce((count, { sessions }) => Math.max(count, sessions.length), 0);
}

/** The sessions of a local day: those of the version in force in each slot, so a day may be shared by two. */
export function sessionsOf(
  versions: readonly ProtocolVersion[],
  day: Day,
): readonly { version: ProtocolVersion; slot: number }[] {
  const sessions: { version: ProtocolVersion; slot: number }[] = [];
  const most = mostSessions(versions);
  for (let slot = 1; slot <= most; slot++) {
    const version = versionPlanning(versions, day, slot);
    if (version !== null) sessions.push({ version, slot });
  }
  return sessions;
}

/**
 * How far back a reversal goes: to the target where one lies behind what was planned so far, else to where the device
 * was placed.
 */
export function reversalEnd({ targetUm }: DevicePlan, device: Device, plannedTotal: Centi): Centi {
  const target = targetUm === null ? 0 : actuationsCenti(targetUm, device);
  return target <= plannedTotal ? target : 0;
}

function amountFor(
  version: ProtocolVersion,
  device: Device,
  slot: number,
  total: Centi,
  plannedTotal: Centi,
): PlannedAmount {
  const plan = version.devices.find((entry) => entry.deviceId === device.id);
  const centi = plan?.perSession[slot - 1];
  if (plan === undefined || centi === undefined) return nothing(total);
  if (centi === 0) return { kind: 'hold', centi: 0, sessionCenti: 0, totalCenti: total };
  if (centi < 0) {
    if (total + centi < reversalEnd(plan, device, plannedTotal))
      return { kind: 'complete', centi: 0, sessionCenti: centi, totalCenti: total };
  } else if (plan.targetUm !== null) {
    const target = actuationsCenti(plan.targetUm, device);
    if (2 * (target - total) < centi)
      return { kind: 'complete', centi: 0, sessionCenti: centi, totalCenti: total };
  }
  return { kind: 'turn', centi, sessionCenti: centi, totalCenti: total + centi };
}

function nothing(total: Centi): PlannedAmount {
  return { kind: 'none', centi: 0, sessionCenti: 0, totalCenti: total };
}

function isInactive(spans: readonly InactiveSpan[], at: Instant): boolean {
  for (const { from, to } of spans) if (from <= at && (to === null || at < to)) return true;
  return false;
}

function isInPlace(device: Device, at: Instant): boolean {
  return device.placedAt <= at && (device.removedAt === null || at < device.removedAt);
}
