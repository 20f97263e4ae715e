import { beforeAll, describe, expect, test } from 'vitest';
import { findCase } from '#lib/data/case-facts.ts';
import { newId } from '#lib/data/new-id.ts';
import { pool } from '#lib/data/pool.ts';
import { assess } from '#lib/domain/assess.ts';
import { dayOf } from '#lib/domain/case-day.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { plannedSlots } from '#lib/domain/plan/planned-slots.ts';
import { FIRST_DEFAULTS } from '#lib/domain/protocol/clinic-defaults.ts';
import { latestNumber } from '#lib/domain/protocol/proposal.ts';
import { startOf } from '#lib/domain/protocol/version-start.ts';
import { HOUR_MS } from '#lib/domain/units.ts';
import { publishProtocolVersion } from '#lib/operations/publish-protocol-version.ts';
import { recordCourseEvent } from '#lib/operations/record-course-event.ts';
import { reviewProtocolVersion } from '#lib/operations/review-protocol-version.ts';
import type { PublishProtocolInput } from '#lib/schemas/protocol.ts';
import { compareCases, judgedCase } from '#lib/view/case-comparison.ts';
import { previewVersion } from '#lib/view/protocol-preview.ts';
import {
  accepted,
  DAY_MS,
  newVersion,
  type RecordedCase,
  recordCase,
  recordDays,
} from '#tests/factories/recorded-case.ts';
import { type Staff, staffClinic } from '#tests/factories/staffed-clinic.ts';

const now = Date.UTC(2026, 2, 10, 12);
let staff: Staff;

beforeAll(async () => {
  staff = await staffClinic('north', now - 100 * DAY_MS);
});

async function factsOf({ caseId }: RecordedCase): Promise<CaseFacts> {
  const record = await findCase(pool(), { clinicId: staff.clinicId, caseId });
  if (!record) throw new Error('There is no such case.');
  return record.facts;
}

/** A case that has been turned for two days, and a version on top of the latest, from tomorrow on. */
async function turned(): Promise<RecordedCase> {
  const one = await recordCase(staff, now);
  await recordDays(staff, one, [one.firstDay, one.firstDay + 1], now);
  return one;
}

function next(
  { deviceIds }: RecordedCase,
  facts: CaseFacts,
  change: Partial<PublishProtocolInput> = {},
): PublishProtocolInput {
  const latest = [...facts.versions, ...facts.proposals.map(({ version }) => version)];
  return newVersion(deviceIds, dayOf(facts.zone, now) + 1, {
    kind: 'change',
    seenVersion: Math.max(...latest.map(({ version }) => version)),
    reasonCode: 'planned-step',
    reason: 'amended',
    ...change,
  });
}

const fast = ({ deviceIds }: RecordedCase) =>
  deviceIds.map((deviceId) => ({ deviceId, perSession: [300, 300], targetUm: 20_000 }));

describe('a version outside the band', () => {
  test('of a nurse waits, changes nothing, and is on the list until a surgeon signs it', async () => {
    const one = await turned();
    const before = await factsOf(one);
    const input = next(one, before, { devices: fast(one) });
    const { caseId } = one;
    const written = accepted(await publishProtocolVersion({ actor: staff.nurse, caseId, input, now }));
    expect(written).toEqual({ version: 2, pending: true });
    const waiting = await factsOf(one);
    expect(waiting.versions).toEqual(before.versions);
    const flag = assess(waiting, now).flags.find(({ evidence }) => evidence.rule === 'co-signature');
    expect(flag?.evidence).toMatchObject({ version: 2, standing: 'pending', unusual: ['outside-band'] });
    const listed = await pool().query('SELECT open_rules FROM case_standing WHERE case_id = $1', [caseId]);
    expect(listed.rows[0].open_rules).toContain('co-signature');

    const answer = { id: newId(), version: 2, decision: 'co-signed' as const, note: null };
    const byNurse = await reviewProtocolVersion({ actor: staff.nurse, caseId, input: answer, now });
    expect(byNurse).toEqual({ ok: false, reason: { kind: 'not-allowed' } });
    // Signed two days late: it holds from the next session, and what was planned meanwhile stays.
    const later = now + 36 * HOUR_MS;
    accepted(await reviewProtocolVersion({ actor: staff.surgeon, caseId, input: answer, now: later }));
    const signed = await factsOf(one);
    expect(signed.versions.at(-1)).toMatchObject({
      version: 2,
      cosignerId: staff.surgeon.personId,
      cosignedAt: later,
      fromDay: dayOf(signed.zone, later),
      fromSlot: 1,
    });
    const again = { ...answer, id: newId() };
    expect(
      await reviewProtocolVersion({ actor: staff.surgeon, caseId, input: again, now: later }),
    ).toMatchObject({
      reason: { kind: 'not-pending', standing: 'co-signed' },
    });
  });

  test('expires visibly, and cannot be signed afterwards', async () => {
    const one = await turned();
    const { caseId } = one;
    const input = next(one, await factsOf(one), { devices: fast(one) });
    accepted(await publishProtocolVersion({ actor: staff.nurse, caseId, input, now }));
    const late = now + FIRST_DEFAULTS.cosignHours * HOUR_MS;
    const answer = { id: newId(), version: 2, decision: 'co-signed' as const, note: null };
    expect(
      await reviewProtocolVersion({ actor: staff.surgeon, caseId, input: answer, now: late }),
    ).toMatchObject({
      reason: { kind: 'not-pending', standing: 'expired' },
    });
    const flags = assess(await factsOf(one), late).flags.map(({ evidence }) => evidence);
    expect(flags).toContainEqual(expect.objectContaining({ rule: 'co-signature', standing: 'expired' }));
  });

  test('is declined with a reason, and stays to be read', async () => {
    const one = await turned();
    const { caseId } = one;
    const input = next(one, await factsOf(one), { devices: fast(one) });
    accepted(await publishProtocolVersion({ actor: staff.nurse, caseId, input, now }));
    const answer = {
      id: newId(),
      version: 2,
      decision: 'declined' as const,
      note: 'Too fast for this bone.',
    };
    accepted(await reviewProtocolVersion({ actor: staff.surgeon, caseId, input: answer, now }));
    const facts = await factsOf(one);
    expect(facts.versions).toHaveLength(1);
    expect(facts.proposals).toMatchObject([
      { review: { decision: 'declined', note: answer.note, from: null } },
    ]);
    const on = next(one, facts, { fromDay: dayOf(facts.zone, now) + 2 });
    expect(
      accepted(await publishProtocolVersion({ actor: staff.nurse, caseId, input: on, now })).version,
    ).toBe(3);
  });

  test('of a surgeon holds at once', async () => {
    const one = await turned();
    const input = next(one, await factsOf(one), { devices: fast(one) });
    const { caseId } = one;
    const written = accepted(await publishProtocolVersion({ actor: staff.surgeon, caseId, input, now }));
    expect(written).toEqual({ version: 2, pending: false });
    expect((await factsOf(one)).versions.at(-1)).toMatchObject({ unusual: ['outside-band'], cosignBy: null });
  });
});

test('the preview is what is found after saving', async () => {
  const one = await turned();
  const { caseId } = one;
  const before = await factsOf(one);
  const input = next(one, before, { devices: fast(one) });
  const said = { ...input, reason: '' };
  const base = { facts: before, clinic: FIRST_DEFAULTS, maySign: true, now };
  const preview = previewVersion(said, [1, 2], base);
  accepted(await publishProtocolVersion({ actor: staff.surgeon, caseId, input, now }));
  const after = await factsOf(one);
  const written = after.versions.find(({ version }) => version === 2);
  if (!written) throw new Error('Version 2 is not in force.');
  const start = startOf(after.zone, written);
  const { chart, ...compared } = compareCases(judgedCase(before, now), after, start);
  expect(preview).toMatchObject({
    kind: 'in-force',
    comparison: { ...compared, chart: { panels: chart?.panels, versions: chart?.versions } },
  });
});

test('a decision that cannot follow is refused, and writes nothing', async () => {
  const one = await turned();
  const { caseId } = one;
  const said = { id: newId(), day: null, at: now, reasonCode: 'other' as const, reason: 'on again' };
  const unsaid = { correctsId: null, retracted: false, toldAt: null, toldById: null };
  const input = { ...said, ...unsaid, kind: 'activation-resumed' as const };
  const refused = await recordCourseEvent({ actor: staff.surgeon, caseId, input, now });
  expect(refused).toMatchObject({ reason: { kind: 'not-in-phase', phase: 'activation' } });
  expect((await factsOf(one)).events).toEqual([]);
});

const ROUNDS = 20;
const RACERS = 50;

test('of a thousand racing amendments each is saved or answered with the one that was faster', async () => {
  const one = await turned();
  const { caseId } = one;
  for (let round = 0; round < ROUNDS; round++) {
    const facts = await factsOf(one);
    const results = await Promise.all(
      Array.from({ length: RACERS }, (_, racer) => {
        const input = next(one, facts, {
          fromDay: dayOf(facts.zone, now) + 1 + ((round * 7 + racer) % 9),
          fromSlot: (racer % 2) + 1,
          reason: `round ${round}, racer ${racer}`,
        });
        return publishProtocolVersion({ actor: staff.surgeon, caseId, input, now });
      }),
    );
    const saved = results.filter(({ ok }) => ok);
    expect(saved).toHaveLength(1);
    for (const result of results) {
      if (result.ok) continue;
      const theirs = { version: latestNumber(facts) + 1, carries: null };
      expect(result.reason).toMatchObject({ kind: 'stale', theirs });
    }
  }
  const { versions, zone, devices } = await factsOf(one);
  const byHand = versions.filter(({ carries }) => carries === null);
  expect(byHand).toHaveLength(ROUNDS + 1);
  expect(versions.length).toBeGreaterThan(byHand.length);
  expect(versions.map(({ version }) => version).sort((a, b) => a - b)).toEqual(
    versions.map((_, index) => index + 1),
  );
  const slots = [...plannedSlots({ zone, devices, versions, inactive: [] }, dayOf(zone, now) + 20)];
  expect(new Set(slots.map(({ day, slot }) => `${day}#${slot}`)).size).toBe(slots.length);
}, 120_000);
