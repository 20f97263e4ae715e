import { dayOf, instantAt } from '#lib/domain/case-day.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { sessionsOf } from '#lib/domain/plan/planned-slots.ts';
import type { AmendmentReason } from '#lib/domain/protocol/amendment.ts';
import { latestVersion, type Prescribed, type ProtocolVersion } from '#lib/domain/protocol/version.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Centi, Instant } from '#lib/domain/units.ts';
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
  /** Slower means less than is planned, and more than nothing. */
  | { kind: 'not-slower'; field: 'perSession' }
  | { kind: 'amount-missing'; field: 'perSession' };

const LOOK_AHEAD_DAYS = 14;

/** The next version of the protocol: the latest one with this decision in it, from the next session on. */
export function amendedVersion(
  { zone, versions }: Pick<CaseFacts, 'zone' | 'versions'>,
  decision: TurnDecision,
  why: Pick<Prescribed, 'reasonCode' | 'reason'>,
  now: Instant,
): Result<Prescribed, TurnDecisionProblem> {
  const latest = latestVersion(versions);
  if (latest === null) return refused({ kind: 'no-protocol', field: 'course' });
  const from = nextSession(versions, zone, now);
  if (from === null) return refused({ kind: 'no-session-to-come', field: 'course' });
  const planned = latest.devices.map(({ deviceId }) => deviceId);
  if (decision.deviceIds.some((id) => !planned.includes(id))) {
    return refused({ kind: 'device-not-planned', field: 'turnDevices' });
  }
  const devices: ProtocolVersion['devices'][number][] = [];
  for (const plan of latest.devices) {
    const isMeant = decision.deviceIds.length === 0 || decision.deviceIds.includes(plan.deviceId);
    const amounts = isMeant ? amountsOf(plan.perSession, decision) : ok(plan.perSession);
    if (!amounts.ok) return amounts;
    devices.push({ ...plan, perSession: amounts.value });
  }
  const { course } = decision;
  return ok({
    ...prescribedBy(latest),
    kind: course === 'slow' ? 'change' : course,
    fromDay: from.day,
    fromSlot: from.slot,
    // Distance is given up for that one day: more is decided anew.
    lastDay: course === 'reverse' ? from.day : latest.lastDay,
    devices,
    ...why,
  });
}

function amountsOf(
  planned: readonly Centi[],
  { course, perSession }: TurnDecision,
): Result<readonly Centi[], TurnDecisionProblem> {
  if (course === 'hold') return ok(planned.map(() => 0));
  if (perSession === null) return refused({ kind: 'amount-missing', field: 'perSession' });
  if (course === 'reverse') return ok(planned.map(() => -Math.abs(perSession)));
  const isSlower = perSession > 0 && planned.some((centi) => centi > perSession);
  return isSlower
    ? ok(planned.map((centi) => Math.min(centi, perSession)))
    : refused({ kind: 'not-slower', field: 'perSession' });
}

/** The first session of the plan that has not come. */
function nextSession(versions: readonly ProtocolVersion[], zone: string, now: Instant) {
  const today = dayOf(zone, now);
  for (let day = today; day <= today + LOOK_AHEAD_DAYS; day++) {
    for (const { version, slot } of sessionsOf(versions, day)) {
      if (instantAt(zone, day, version.sessions[slot - 1] ?? 0) > now) return { day, slot };
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
