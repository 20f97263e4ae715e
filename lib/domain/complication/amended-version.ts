import { dayOf, instantAt } from '#lib/domain/case-day.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { sessionsOf } from '#lib/domain/plan/planned-slots.ts';
import type { AmendmentReason } from '#lib/domain/protocol/amendment.ts';
import { versionsAfter } from '#lib/domain/protocol/base-version.ts';
import type { DevicePlan, Prescribed, ProtocolVersion } from '#lib/domain/protocol/version.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Centi, Day, Instant } from '#lib/domain/units.ts';
import type { Complication, CourseOfAction } from './complication.ts';

/** What is decided about the turns of some devices; none named: of every device of the plan. */
export type TurnDecision = {
  course: Extract<CourseOfAction, 'hold' | 'slow' | 'reverse'>;
  deviceIds: readonly string[];
  /** For slower turns the new amount of a session, for a reversal how much back in each; a hold has none. */
  perSession: Centi | null;
};

export type TurnDecisionProblem =
  /** Nothing is planned that could be held, slowed or reversed. */
  | { kind: 'no-protocol'; field: 'course' }
  /** Nothing more is planned within the next two weeks. */
  | { kind: 'no-session-to-come'; field: 'course' }
  | { kind: 'device-not-planned'; field: 'turnDevices' }
  /** Slower means less than is planned of one of them at least, and more than nothing. */
  | { kind: 'not-slower'; field: 'perSession' }
  | { kind: 'amount-missing'; field: 'perSession' };

const LOOK_AHEAD_DAYS = 14;

/** The next version of the protocol: the one in force in the next session with this decision in it, from there on. */
export function amendedVersion(
  { zone, versions }: Pick<CaseFacts, 'zone' | 'versions'>,
  decision: TurnDecision,
  why: Pick<Prescribed, 'reasonCode' | 'reason'>,
  now: Instant,
): Result<Prescribed, TurnDecisionProblem> {
  if (versions.length === 0) return refused({ kind: 'no-protocol', field: 'course' });
  const from = nextSession(versions, zone, now);
  if (from === null) return refused({ kind: 'no-session-to-come', field: 'course' });
  const base = from.version;
  const plans = decision.course === 'hold' ? plansToCome(versions, base, from, decision) : base.devices;
  const planned = plans.map(({ deviceId }) => deviceId);
  if (decision.deviceIds.some((id) => !planned.includes(id))) {
    return refused({ kind: 'device-not-planned', field: 'turnDevices' });
  }
  const devices: DevicePlan[] = [];
  const { course, perSession } = decision;
  if (course !== 'hold' && perSession === null)
    return refused({ kind: 'amount-missing', field: 'perSession' });
  let isAnySlower = false;
  for (const plan of plans) {
    const isMeant = decision.deviceIds.length === 0 || decision.deviceIds.includes(plan.deviceId);
    const amounts = isMeant ? plan.perSession.map((centi) => amountOf(centi, decision)) : plan.perSession;
    isAnySlower ||= amounts.some((centi, index) => centi < (plan.perSession[index] ?? 0));
    devices.push({ ...plan, perSession: amounts });
  }
  if (course === 'slow' && ((perSession ?? 0) <= 0 || !isAnySlower)) {
    return refused({ kind: 'not-slower', field: 'perSession' });
  }
  return ok({
    ...prescribedBy(base),
    kind: course === 'slow' ? 'change' : course,
    fromDay: from.day,
    fromSlot: from.slot,
    // Distance is given up for that one day: more is decided anew.
    lastDay: course === 'reverse' ? from.day : base.lastDay,
    devices,
    ...why,
  });
}

/** What a session is to be instead. A device that is held, or turned by less already, is not turned faster. */
function amountOf(planned: Centi, { course, perSession }: TurnDecision): Centi {
  if (course === 'hold' || perSession === null) return 0;
  return course === 'reverse' ? -Math.abs(perSession) : Math.min(planned, perSession);
}

/** The plans of a version, and at rest those that only a later one has of the devices meant: a hold holds them too. */
function plansToCome(
  versions: readonly ProtocolVersion[],
  base: ProtocolVersion,
  from: NextSession,
  { deviceIds }: TurnDecision,
): readonly DevicePlan[] {
  const plans = new Map(base.devices.map((plan) => [plan.deviceId, plan]));
  for (const { devices } of versionsAfter(versions, { fromDay: from.day, fromSlot: from.slot })) {
    for (const plan of devices) {
      const isMeant = deviceIds.length === 0 || deviceIds.includes(plan.deviceId);
      if (!isMeant || plans.has(plan.deviceId)) continue;
      plans.set(plan.deviceId, { ...plan, perSession: base.sessions.map(() => 0) });
    }
  }
  return [...plans.values()];
}

export type NextSession = { day: Day; slot: number; version: ProtocolVersion };

/** The first session of the plan that has not come, with the version in force in it; null: none within two weeks. */
export function nextSession(
  versions: readonly ProtocolVersion[],
  zone: string,
  now: Instant,
): NextSession | null {
  const today = dayOf(zone, now);
  for (let day = today; day <= today + LOOK_AHEAD_DAYS; day++) {
    for (const { version, slot } of sessionsOf(versions, day)) {
      if (instantAt(zone, day, version.sessions[slot - 1] ?? 0) > now) return { day, slot, version };
    }
  }
  return null;
}

function prescribedBy(version: ProtocolVersion): Prescribed {
  const {
    version: _number,
    authorId: _author,
    unusual: _unusual,
    cosignBy: _cosignBy,
    cosignerId: _cosigner,
    cosignedAt: _cosignedAt,
    carries: _carries,
    toldAt: _toldAt,
    toldById: _toldBy,
    recordedAt: _recordedAt,
    ...said
  } = version;
  return said;
}

const REASONS: Partial<Record<Complication['kind'], AmendmentReason>> = {
  'csf-leak': 'csf-leak',
  infection: 'infection',
  exposure: 'skin-breakdown',
  'premature-consolidation': 'premature-consolidation',
  asymmetry: 'asymmetry',
  'raised-icp': 'raised-icp',
  pain: 'pain',
};

/** Why a version or a decision about the course is written because of a complication. */
export function reasonCodeOf({ kind, failure }: Pick<Complication, 'kind' | 'failure'>): AmendmentReason {
  if (kind === 'device-failure') return failure === 'reversal' ? 'reversal-of-device' : 'device-failure';
  return REASONS[kind] ?? 'other';
}
