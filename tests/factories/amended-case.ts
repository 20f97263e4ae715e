import fc from 'fast-check';
import { dayOf, instantAt } from '#lib/domain/case-day.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import type { AmendmentKind } from '#lib/domain/protocol/amendment.ts';
import { baseVersion, type VersionStart, versionsUntil } from '#lib/domain/protocol/base-version.ts';
import { FIRST_DEFAULTS } from '#lib/domain/protocol/clinic-defaults.ts';
import { cosigned, startWhenCosigned } from '#lib/domain/protocol/cosign.ts';
import { draftPlans } from '#lib/domain/protocol/draft-plans.ts';
import { judgeVersion, withVersion } from '#lib/domain/protocol/judge-version.ts';
import { latestNumber, proposalStanding } from '#lib/domain/protocol/proposal.ts';
import { type ProtocolVersion, writtenVersion } from '#lib/domain/protocol/version.ts';
import { HOUR_MS, type Instant } from '#lib/domain/units.ts';
import { caseOf, deviceOf, FIRST_DAY, reportOf, versionOf } from './case-facts.ts';

/** One thing that somebody does to a protocol, some hours after the thing before it. */
export type AmendmentStep = {
  afterHours: number;
  kind: AmendmentKind | 'co-sign' | 'decline';
  /** Null: every device. */
  device: string | null;
  centi: number;
  /** Days from the moment of writing to the start; negative: retroactive. */
  inDays: number;
  fromSlot: number;
  targetUm: number | null;
  isSurgeon: boolean;
};

/** Zones whose clocks change in different months, and one whose clock never does. */
export const AMENDED_ZONES = ['Europe/London', 'America/Santiago', 'Asia/Kathmandu'];
const AMENDED_DEVICES = ['a', 'b', 'c', 'd'];

/** The case that is amended: four devices of different plans, in a zone whose clocks change, all turned for five days. */
export function caseToAmend(zone: string): CaseFacts {
  const operatedAt = instantAt(zone, FIRST_DAY - 3, 9 * 60);
  const amounts = [
    [100, 100],
    [100, 50],
    [50, 50],
    [200, 100],
  ];
  const placed = { placedAt: operatedAt, recordedAt: operatedAt };
  return caseOf({
    zone,
    operations: [{ id: 'index', kind: 'index', endedAt: operatedAt, recordedAt: operatedAt }],
    devices: AMENDED_DEVICES.map((id) => deviceOf({ id, ...placed })),
    versions: [
      versionOf({
        kind: 'first',
        devices: AMENDED_DEVICES.map((deviceId, place) => ({
          deviceId,
          perSession: amounts[place] ?? [100, 100],
          targetUm: 20_000,
        })),
        recordedAt: operatedAt,
      }),
    ],
    reports: AMENDED_DEVICES.flatMap((deviceId, place) =>
      [1, 2, 3, 4, 5].flatMap((day) =>
        [1, 2].map((slot) =>
          reportOf(day, slot, {
            deviceId,
            id: `${deviceId}-${day}-${slot}`,
            actuationsCenti: amounts[place]?.[slot - 1] ?? 100,
            doneAt: instantAt(zone, FIRST_DAY + day - 1, slot === 1 ? 480 : 1200),
          }),
        ),
      ),
    ),
  });
}

export const anyStep: fc.Arbitrary<AmendmentStep> = fc.record({
  afterHours: fc.integer({ min: 1, max: 60 }),
  kind: fc.constantFrom('change', 'hold', 'resume', 'reverse', 'co-sign', 'co-sign', 'decline'),
  device: fc.constantFrom(null, ...AMENDED_DEVICES),
  centi: fc.constantFrom(50, 100, 200, 300),
  inDays: fc.integer({ min: -2, max: 4 }),
  fromSlot: fc.constantFrom(1, 2),
  targetUm: fc.constantFrom(null, 1000, 20_000, 24_000),
  isSurgeon: fc.boolean(),
});

/** What a step came to: the case after it, and from when its plan may differ; null: it was refused. */
export type Amended = { facts: CaseFacts; now: Instant; changedFrom: Instant | null };

/** When amending begins: in the evening of the fifth day. */
export function amendingBegins(zone: string): Instant {
  return instantAt(zone, FIRST_DAY + 4, 21 * 60);
}

/** Does one step at an instant, through the functions that the operations ask. */
export function amend(facts: CaseFacts, step: AmendmentStep, now: Instant): Amended {
  return step.kind === 'co-sign' || step.kind === 'decline'
    ? answer(facts, step.kind === 'co-sign', now)
    : write(facts, step, step.kind, now);
}

function answer(facts: CaseFacts, isCosigned: boolean, now: Instant): Amended {
  const proposal = facts.proposals.find(
    (one) => proposalStanding(one, facts, (at) => at <= now) === 'pending',
  );
  if (!proposal) return { facts, now, changedFrom: null };
  const from = isCosigned ? startWhenCosigned(facts, proposal.version, now) : null;
  const decision = isCosigned ? ('co-signed' as const) : ('declined' as const);
  const review = { decision, from, note: 'seen', byId: 'surgeon', recordedAt: now };
  const after = cosigned(facts, proposal, review, { leastUmPerDay: 500, mostUmPerDay: 2000 });
  if (after.problems.length > 0) return { facts, now, changedFrom: null };
  const minute = from === null ? 0 : (proposal.version.sessions[from.slot - 1] ?? 0);
  return {
    facts: after.facts,
    now,
    changedFrom: from === null ? null : instantAt(facts.zone, from.day, minute),
  };
}

function write(facts: CaseFacts, step: AmendmentStep, kind: AmendmentKind, now: Instant): Amended {
  const start = { fromDay: dayOf(facts.zone, now) + step.inDays, fromSlot: step.fromSlot };
  const base = baseVersion(facts.versions, start);
  if (!base) return { facts, now, changedFrom: null };
  const written = writtenVersion(saidBy(facts, base, { ...step, kind, start }), {
    version: latestNumber(facts) + 1,
    authorId: step.isSurgeon ? 'surgeon' : 'nurse',
    toldAt: null,
    toldById: null,
    recordedAt: now,
  });
  const judged = judgeVersion(facts, written, FIRST_DEFAULTS, step.isSurgeon);
  if (judged.kind === 'impossible') return { facts, now, changedFrom: null };
  const startsAt = instantAt(facts.zone, written.fromDay, written.sessions[written.fromSlot - 1] ?? 0);
  return {
    facts: withVersion(facts, judged),
    now,
    changedFrom: judged.kind === 'in-force' ? startsAt : null,
  };
}

function saidBy(
  facts: CaseFacts,
  base: ProtocolVersion,
  { kind, start, ...step }: Omit<AmendmentStep, 'kind'> & { kind: AmendmentKind; start: VersionStart },
): ProtocolVersion {
  const plans = draftPlans(versionsUntil(facts.versions, start), base, kind, step.device);
  const changed = plans.map((plan) =>
    kind === 'change' && (step.device === null || step.device === plan.deviceId)
      ? {
          ...plan,
          perSession: plan.perSession.map(() => step.centi),
          targetUm: step.targetUm ?? plan.targetUm,
        }
      : { ...plan, targetUm: kind === 'reverse' ? (plan.targetUm ?? step.targetUm) : plan.targetUm },
  );
  return {
    ...base,
    ...start,
    kind,
    devices: changed,
    lastDay: null,
    stopVisitDay: null,
  };
}

/** The instants at which steps are taken. */
export function timesOf(zone: string, steps: readonly AmendmentStep[]): readonly Instant[] {
  let now = amendingBegins(zone);
  return steps.map(({ afterHours }) => {
    now += afterHours * HOUR_MS;
    return now;
  });
}
