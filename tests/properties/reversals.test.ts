import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { plannedSlots } from '#lib/domain/plan/planned-slots.ts';
import { FIRST_DEFAULTS } from '#lib/domain/protocol/clinic-defaults.ts';
import { cosigned, startWhenCosigned } from '#lib/domain/protocol/cosign.ts';
import { judgeVersion, withVersion } from '#lib/domain/protocol/judge-version.ts';
import { type ProtocolVersion, writtenVersion } from '#lib/domain/protocol/version.ts';
import { HOUR_MS } from '#lib/domain/units.ts';
import { AMENDED_ZONES, amendingBegins, caseToAmend } from '#tests/factories/amended-case.ts';
import { FIRST_DAY } from '#tests/factories/case-facts.ts';

const reversal = fc.record({
  zone: fc.constantFrom(...AMENDED_ZONES),
  /** Days of the first five of which the turns were reported: the plan counts all of them. */
  reported: fc.integer({ min: 0, max: 5 }),
  device: fc.constantFrom('a', 'b', 'c', 'd'),
  centi: fc.constantFrom(50, 100, 200),
  startsIn: fc.integer({ min: 1, max: 6 }),
  days: fc.integer({ min: 1, max: 12 }),
  targetUm: fc.constantFrom(null, 0, 1000, 3000),
  isSurgeon: fc.boolean(),
});

/** A case in which some days were not reported, and a version that turns one device back, at rest for the others. */
function turningBack({ zone, reported, device, centi, startsIn, days, targetUm }: Reversal) {
  const all = caseToAmend(zone);
  const facts = { ...all, reports: all.reports.filter(({ day }) => day < FIRST_DAY + reported) };
  const [base] = facts.versions;
  if (!base) throw new Error('There is no version.');
  const fromDay = FIRST_DAY + 4 + startsIn;
  const plans = base.devices.map((plan) => {
    const isMeant = plan.deviceId === device;
    const perSession = plan.perSession.map(() => (isMeant ? -centi : 0));
    return { ...plan, perSession, targetUm: isMeant ? targetUm : plan.targetUm };
  });
  const recordedAt = amendingBegins(zone);
  const said = { ...base, kind: 'reverse' as const, fromDay, lastDay: fromDay + days - 1, devices: plans };
  const by = { version: 2, authorId: 'author', toldAt: null, toldById: null, recordedAt };
  return { facts, written: writtenVersion(said, by) };
}

type Reversal = typeof reversal extends fc.Arbitrary<infer Drawn> ? Drawn : never;

/** How far a version turns a device back from where the plan has it at its start, and how far it was turned by then. */
function backAndAdvanced(facts: CaseFacts, version: ProtocolVersion, deviceId: string) {
  const devices = facts.devices.filter(({ id }) => id === deviceId);
  const slots = [...plannedSlots({ ...facts, devices, inactive: [] }, FIRST_DAY + 45)];
  const totals = (isOwn: boolean) =>
    slots
      .filter((slot) => (slot.version === version) === isOwn)
      .map(({ amounts }) => amounts[0]?.totalCenti ?? 0);
  const start = totals(false).at(-1) ?? 0;
  const back = start - Math.min(start, ...totals(true));
  const advanced = facts.reports
    .filter((report) => report.deviceId === deviceId)
    .reduce((sum, { actuationsCenti }) => sum + (actuationsCenti ?? 0), 0);
  return { back, advanced };
}

it('turns no device back further than it was advanced, however it comes into force, and refuses nothing less', () => {
  let most = 0;
  let refused = 0;
  fc.assert(
    fc.property(reversal, (drawn) => {
      const { facts, written } = turningBack(drawn);
      const judged = judgeVersion(facts, written, FIRST_DEFAULTS, drawn.isSurgeon);
      const forced = { ...facts, versions: [...facts.versions, written] };
      const asked = backAndAdvanced(forced, written, drawn.device);
      if (judged.kind === 'impossible') {
        const kinds = judged.problems.map(({ kind }) => kind);
        if (kinds.includes('reversal-past-advance')) {
          expect(asked.back).toBeGreaterThan(asked.advanced);
          refused += 1;
        }
        return;
      }
      const after = inForce(withVersion(facts, judged));
      const version = after.versions.at(-1);
      if (!version) throw new Error('It is not in force.');
      const { back, advanced } = backAndAdvanced(after, version, drawn.device);
      expect(back).toBeLessThanOrEqual(advanced);
      most = Math.max(most, back);
    }),
    { numRuns: 300 },
  );
  expect(Math.min(most, refused)).toBeGreaterThan(20);
}, 60_000);

/** The case with what waits in it signed half an hour later. */
function inForce(facts: CaseFacts): CaseFacts {
  const [proposal] = facts.proposals;
  if (!proposal) return facts;
  const recordedAt = proposal.version.recordedAt + HOUR_MS / 2;
  const from = startWhenCosigned(facts, proposal.version, recordedAt);
  const review = { decision: 'co-signed' as const, from, note: null, byId: 'surgeon', recordedAt };
  const after = cosigned(facts, proposal, review, { leastUmPerDay: 500, mostUmPerDay: 2000 });
  expect(after.problems).toEqual([]);
  return after.facts;
}
