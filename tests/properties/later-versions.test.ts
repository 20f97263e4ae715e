import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayOf, instantAt } from '#lib/domain/case-day.ts';
import { amendedVersion } from '#lib/domain/complication/amended-version.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { plannedSlots } from '#lib/domain/plan/planned-slots.ts';
import { isHeld } from '#lib/domain/protocol/amendment-problems.ts';
import { baseVersion, versionsAfter, versionsUntil } from '#lib/domain/protocol/base-version.ts';
import { FIRST_DEFAULTS } from '#lib/domain/protocol/clinic-defaults.ts';
import { draftPlans } from '#lib/domain/protocol/draft-plans.ts';
import { judgeVersion, withVersion } from '#lib/domain/protocol/judge-version.ts';
import { latestNumber } from '#lib/domain/protocol/proposal.ts';
import { type Prescribed, writtenVersion } from '#lib/domain/protocol/version.ts';
import type { Instant } from '#lib/domain/units.ts';
import {
  type AmendmentStep,
  amend,
  amendingBegins,
  anyStep,
  caseToAmend,
  timesOf,
} from '#tests/factories/amended-case.ts';
import { FIRST_DAY } from '#tests/factories/case-facts.ts';

const ZONES = ['Europe/London', 'America/Santiago', 'Asia/Kathmandu'];
/** What is signed before the hold: mostly changes that begin days later, so that several are still to come. */
const signed = fc.record({
  zone: fc.constantFrom(...ZONES),
  steps: fc.array(
    anyStep.map((step) => ({
      ...step,
      kind: step.kind === 'reverse' ? ('change' as const) : step.kind,
      isSurgeon: true,
      inDays: Math.abs(step.inDays) + 2,
      afterHours: 1 + (step.afterHours % 9),
    })),
    { minLength: 1, maxLength: 5 },
  ),
  device: fc.constantFrom('a', 'b', 'c', 'd'),
  resumesIn: fc.integer({ min: 1, max: 8 }),
});

function written(facts: CaseFacts, said: Prescribed, now: Instant): CaseFacts {
  const by = { version: latestNumber(facts) + 1, authorId: 'nurse', toldAt: null, toldById: null };
  const judged = judgeVersion(facts, writtenVersion(said, { ...by, recordedAt: now }), FIRST_DEFAULTS, true);
  if (judged.kind === 'impossible') throw new Error(JSON.stringify(judged.problems));
  return withVersion(facts, judged);
}

/** What each session asks of each device, whether or not it is at its target. */
const asked = (facts: CaseFacts) =>
  [...plannedSlots({ ...facts, inactive: [] }, FIRST_DAY + 30)].map(({ day, slot, at, amounts }) => ({
    at,
    slot: `${day}#${slot}`,
    centi: Object.fromEntries(facts.devices.map(({ id }, place) => [id, amounts[place]?.sessionCenti])),
  }));

function signedCase(zone: string, steps: readonly AmendmentStep[]) {
  let facts = caseToAmend(zone);
  const times = timesOf(zone, steps);
  for (const [index, step] of steps.entries()) facts = amend(facts, step, times[index] ?? 0).facts;
  return { facts, now: times.at(-1) ?? amendingBegins(zone) };
}

it('a hold of one device changes no session of another, whatever is signed for later, and holds that one for good', () => {
  let withLater = 0;
  fc.assert(
    fc.property(signed, ({ zone, steps, device }) => {
      const { facts, now } = signedCase(zone, steps);
      const decision = { course: 'hold' as const, deviceIds: [device], perSession: null };
      const next = amendedVersion(facts, decision, { reasonCode: 'infection', reason: 'pus' }, now);
      if (!next.ok) throw new Error(next.reason.kind);
      const isTurned = [
        baseVersion(facts.versions, next.value),
        ...versionsAfter(facts.versions, next.value),
      ].some((version) => version?.devices.some((plan) => plan.deviceId === device && !isHeld(plan)));
      fc.pre(isTurned);
      if (versionsAfter(facts.versions, next.value).length > 0) withLater += 1;
      const [before, after] = [asked(facts), asked(written(facts, next.value, now))];
      const from = instantAt(zone, next.value.fromDay, next.value.sessions[next.value.fromSlot - 1] ?? 0);
      expect(after.map(({ slot }) => slot)).toEqual(before.map(({ slot }) => slot));
      after.forEach(({ at, centi }, place) => {
        const was = before[place]?.centi ?? {};
        expect(centi).toEqual(at < from ? was : { ...was, [device]: 0 });
      });
    }),
    { numRuns: 60 },
  );
  expect(withLater).toBeGreaterThan(15);
}, 60_000);

it('resumed, before or after what is signed for later begins, everything is asked as it was signed', () => {
  let withLater = 0;
  fc.assert(
    fc.property(signed, ({ zone, steps, device, resumesIn }) => {
      const { facts, now } = signedCase(
        zone,
        steps.filter(({ kind }) => kind === 'change'),
      );
      const decision = { course: 'hold' as const, deviceIds: [device], perSession: null };
      const hold = amendedVersion(facts, decision, { reasonCode: 'infection', reason: 'pus' }, now);
      if (!hold.ok) throw new Error(hold.reason.kind);
      const held = written(facts, hold.value, now);
      const start = { fromDay: dayOf(zone, now) + resumesIn, fromSlot: 1 };
      const base = baseVersion(held.versions, start);
      if (base === null) throw new Error('There is no protocol.');
      const devices = draftPlans(versionsUntil(held.versions, start), base, 'resume', device);
      const resumed = written(held, { ...base, ...start, kind: 'resume', devices }, now);
      if (versionsAfter(held.versions, start).length > 0) withLater += 1;
      const from = instantAt(zone, start.fromDay, base.sessions[0] ?? 0);
      const rest = (given: CaseFacts) => asked(given).filter(({ at }) => at >= from);
      expect(rest(resumed)).toEqual(rest(facts));
    }),
    { numRuns: 60 },
  );
  expect(withLater).toBeGreaterThan(10);
}, 60_000);
