import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayOf, instantAt } from '#lib/domain/case-day.ts';
import { amendedVersion } from '#lib/domain/complication/amended-version.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { plannedSlots } from '#lib/domain/plan/planned-slots.ts';
import { isHeld } from '#lib/domain/protocol/amendment-problems.ts';
import { baseVersion, versionsAfter, versionsUntil } from '#lib/domain/protocol/base-version.ts';
import { dayOfAmounts } from '#lib/domain/protocol/carried-over.ts';
import { FIRST_DEFAULTS } from '#lib/domain/protocol/clinic-defaults.ts';
import { draftPlans } from '#lib/domain/protocol/draft-plans.ts';
import { judgeVersion, withVersion } from '#lib/domain/protocol/judge-version.ts';
import { latestNumber } from '#lib/domain/protocol/proposal.ts';
import { type Prescribed, type ProtocolVersion, writtenVersion } from '#lib/domain/protocol/version.ts';
import type { Instant } from '#lib/domain/units.ts';
import {
  AMENDED_ZONES,
  type AmendmentStep,
  amend,
  amendingBegins,
  anyStep,
  caseToAmend,
  timesOf,
} from '#tests/factories/amended-case.ts';
import { FIRST_DAY } from '#tests/factories/case-facts.ts';

/** What is signed before the hold: mostly changes that begin days later, so that several are still to come. */
const signed = fc.record({
  zone: fc.constantFrom(...AMENDED_ZONES),
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
  /** At rest before anything else is signed; null: none. */
  rests: fc.constantFrom(null, 'a', 'b', 'c', 'd'),
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

type Signed = { zone: string; steps: readonly AmendmentStep[]; rests: string | null };

function signedCase({ zone, steps, rests }: Signed) {
  let facts = caseToAmend(zone);
  const rest = { kind: 'hold' as const, device: rests, inDays: 1, fromSlot: 1, isSurgeon: true };
  const all = [...(rests === null ? [] : [{ ...rest, afterHours: 1, centi: 0, targetUm: null }]), ...steps];
  const times = timesOf(zone, all);
  for (const [index, step] of all.entries()) facts = amend(facts, step, times[index] ?? 0).facts;
  return { facts, now: times.at(-1) ?? amendingBegins(zone) };
}

/** Whether a version turns a device. */
const isTurnedBy = (version: ProtocolVersion | null | undefined, device: string) =>
  version?.devices.some((plan) => plan.deviceId === device && !isHeld(plan)) ?? false;

it('a hold of one device changes no session of another, whatever is signed for later, and holds that one for good', () => {
  const seen = { later: 0, besideRest: 0 };
  fc.assert(
    fc.property(signed, (given) => {
      const { zone, device } = given;
      const { facts, now } = signedCase(given);
      const decision = { course: 'hold' as const, deviceIds: [device], perSession: null };
      const next = amendedVersion(facts, decision, { reasonCode: 'infection', reason: 'pus' }, now);
      if (!next.ok) throw new Error(next.reason.kind);
      const base = baseVersion(facts.versions, next.value);
      const later = versionsAfter(facts.versions, next.value);
      fc.pre([base, ...later].some((version) => isTurnedBy(version, device)));
      // Where it leaves none that turns, a hold is one of everything.
      fc.pre(!next.value.devices.every(isHeld));
      if (later.length > 0) seen.later += 1;
      const rests = (base?.devices ?? []).filter((plan) => plan.deviceId !== device && isHeld(plan));
      if (later.some((version) => rests.some(({ deviceId }) => isTurnedBy(version, deviceId))))
        seen.besideRest += 1;
      const [before, after] = [asked(facts), asked(written(facts, next.value, now))];
      const from = instantAt(zone, next.value.fromDay, next.value.sessions[next.value.fromSlot - 1] ?? 0);
      expect(after.map(({ slot }) => slot)).toEqual(before.map(({ slot }) => slot));
      after.forEach(({ at, centi }, place) => {
        const was = before[place]?.centi ?? {};
        expect(centi).toEqual(at < from ? was : { ...was, [device]: 0 });
      });
    }),
    { numRuns: 100, seed: 20 },
  );
  expect(seen.later).toBeGreaterThan(15);
  expect(seen.besideRest).toBeGreaterThan(5);
}, 60_000);

it('resumed, before or after what is signed for later begins, everything is asked as it was signed', () => {
  const seen = { later: 0, holds: 0 };
  fc.assert(
    fc.property(signed, (given) => {
      const { zone, steps, device, resumesIn } = given;
      const kept = steps.filter(({ kind }) => kind === 'change' || kind === 'hold');
      const { facts, now } = signedCase({ ...given, steps: kept });
      const decision = { course: 'hold' as const, deviceIds: [device], perSession: null };
      const hold = amendedVersion(facts, decision, { reasonCode: 'infection', reason: 'pus' }, now);
      if (!hold.ok) throw new Error(hold.reason.kind);
      const start = { fromDay: dayOf(zone, now) + resumesIn, fromSlot: 1 };
      // What rests, or is signed to rest by then, is not resumed by taking this hold back.
      fc.pre([hold.value, start].every((at) => isTurnedBy(baseVersion(facts.versions, at), device)));
      fc.pre(!hold.value.devices.every(isHeld));
      const held = written(facts, hold.value, now);
      const base = baseVersion(held.versions, start);
      if (base === null) throw new Error('There is no protocol.');
      const devices = draftPlans(versionsUntil(held.versions, start), base, 'resume', device);
      const resumed = written(held, { ...base, ...start, kind: 'resume', devices }, now);
      const later = versionsAfter(held.versions, start);
      if (later.length > 0) seen.later += 1;
      if (versionsAfter(facts.versions, start).some((version) => !isTurnedBy(version, device)))
        seen.holds += 1;
      const from = instantAt(zone, start.fromDay, base.sessions[0] ?? 0);
      const rest = (of: CaseFacts) => asked(of).filter(({ at }) => at >= from);
      expect(rest(resumed)).toEqual(rest(facts));
    }),
    { numRuns: 100, seed: 20 },
  );
  expect(seen.later).toBeGreaterThan(10);
  expect(seen.holds).toBeGreaterThan(2);
}, 60_000);

it('whatever is amended, each device is turned as somebody prescribed, and by the smaller day of what both decide', () => {
  let carriedOn = 0;
  const amendment = fc.record({
    signed,
    amounts: fc.array(fc.constantFrom(0, 50, 100, 150, 200, 250), { minLength: 8, maxLength: 8 }),
  });
  fc.assert(
    fc.property(amendment, ({ signed: given, amounts }) => {
      const { facts, now } = signedCase(given);
      const start = { fromDay: dayOf(given.zone, now) + 1, fromSlot: 1 };
      const base = baseVersion(facts.versions, start);
      if (base === null) throw new Error('There is no protocol.');
      const devices = base.devices.map((plan, place) => ({
        ...plan,
        perSession: amounts.slice(2 * place, 2 * place + 2),
      }));
      const by = { version: latestNumber(facts) + 1, authorId: 'nurse', toldAt: null, toldById: null };
      const next = writtenVersion({ ...base, ...start, kind: 'change', devices }, { ...by, recordedAt: now });
      const judged = judgeVersion(facts, next, FIRST_DEFAULTS, true);
      if (judged.kind === 'impossible') throw new Error(JSON.stringify(judged.problems));
      for (const { version, carried } of judged.later) {
        for (const { deviceId, perSession } of carried?.devices ?? []) {
          carriedOn += 1;
          const [was, amended, then] = [base, next, version].map(
            (one) => one.devices.find((plan) => plan.deviceId === deviceId)?.perSession ?? [],
          );
          const signedBefore = carriedBy(facts.versions, version).map(
            (one) => one.devices.find((plan) => plan.deviceId === deviceId)?.perSession,
          );
          expect([amended, then, [0, 0], ...signedBefore]).toContainEqual(perSession);
          // What is resumed as it was before its rest is asked for no amount of its own.
          const resumed = draftPlans(versionsUntil(facts.versions, start), base, 'resume', deviceId);
          const asBefore = resumed.find((plan) => plan.deviceId === deviceId)?.perSession;
          const isByBoth = !isEqual(was, amended) && !isEqual(was, then) && !isEqual(asBefore, amended);
          const most = Math.min(dayOfAmounts(amended ?? []), dayOfAmounts(then ?? []));
          if (isByBoth) expect(dayOfAmounts(perSession)).toBeLessThanOrEqual(most);
        }
      }
    }),
    { numRuns: 100, seed: 20 },
  );
  expect(carriedOn).toBeGreaterThan(50);
}, 60_000);

/** What a version carries on, and what that one does. */
function carriedBy(versions: readonly ProtocolVersion[], { carries }: ProtocolVersion): ProtocolVersion[] {
  const carried = versions.find(({ version }) => version === carries);
  return carried ? [carried, ...carriedBy(versions, carried)] : [];
}

const isEqual = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
