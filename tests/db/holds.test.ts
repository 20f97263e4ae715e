import { beforeAll, describe, expect, test } from 'vitest';
import { findCase } from '#lib/data/case-facts.ts';
import { newId } from '#lib/data/new-id.ts';
import { pool } from '#lib/data/pool.ts';
import { dayOf } from '#lib/domain/case-day.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { isHeld } from '#lib/domain/protocol/amendment-problems.ts';
import { baseVersion } from '#lib/domain/protocol/base-version.ts';
import { latestNumber } from '#lib/domain/protocol/proposal.ts';
import { latestVersion } from '#lib/domain/protocol/version.ts';
import { HOUR_MS } from '#lib/domain/units.ts';
import { placeDevice } from '#lib/operations/place-device.ts';
import { publishProtocolVersion } from '#lib/operations/publish-protocol-version.ts';
import { recordComplication } from '#lib/operations/record-complication.ts';
import { recordContact } from '#lib/operations/record-contact.ts';
import { reviewProtocolVersion } from '#lib/operations/review-protocol-version.ts';
import type { PublishProtocolInput } from '#lib/schemas/protocol.ts';
import {
  accepted,
  DAY_MS,
  newComplication,
  newContact,
  newDevice,
  newVersion,
  type RecordedCase,
  recordCase,
  recordDays,
} from '#tests/factories/recorded-case.ts';
import { type Staff, staffClinic } from '#tests/factories/staffed-clinic.ts';

const now = Date.UTC(2026, 2, 10, 12);
const TODAY = Math.floor(now / DAY_MS);
type Plan = PublishProtocolInput['devices'][number];

let staff: Staff;

beforeAll(async () => {
  staff = await staffClinic('north', now - 100 * DAY_MS);
});

async function factsOf({ caseId }: RecordedCase): Promise<CaseFacts> {
  const record = await findCase(pool(), { clinicId: staff.clinicId, caseId });
  if (!record) throw new Error('There is no such case.');
  return record.facts;
}

/** A case turned for two days, with a second version of a surgeon from today on, in which the other device than the first is planned so. */
async function signed(other: Partial<Plan>, change: Partial<PublishProtocolInput> = {}) {
  const one = await recordCase(staff, now);
  const yesterday = now - DAY_MS;
  await recordDays(staff, one, [one.firstDay, one.firstDay + 1], yesterday);
  const [held = '', kept = ''] = one.deviceIds;
  const plan = { perSession: [100, 100], targetUm: 20_000 };
  const devices = [
    { ...plan, deviceId: held },
    { ...plan, deviceId: kept, ...other },
  ];
  const input = newVersion(one.deviceIds, TODAY, { seenVersion: 1, kind: 'change', devices, ...change });
  const { caseId } = one;
  accepted(await publishProtocolVersion({ actor: staff.surgeon, caseId, input, now: yesterday }));
  return one;
}

/** A case with a device that was placed yesterday and that no version plans. */
async function withUnplannedDevice() {
  const one = await recordCase(staff, now);
  const input = { id: newId(), ...newDevice('C', now - DAY_MS) };
  accepted(await placeDevice({ actor: staff.surgeon, caseId: one.caseId, input, now: now - DAY_MS }));
  return one;
}

/** The version in force tomorrow with the first device held, as the form of an amendment would send it. */
function heldInForm(facts: CaseFacts, change: (plan: Plan, index: number) => Plan = (plan) => plan) {
  const base = baseVersion(facts.versions, { fromDay: TODAY + 1, fromSlot: 1 });
  if (!base) throw new Error('There is no protocol.');
  const [first] = base.devices;
  const devices = base.devices.map((plan, index) =>
    change({ ...plan, perSession: plan === first ? [0, 0] : [...plan.perSession] }, index),
  );
  return newVersion([], dayOf(facts.zone, now) + 1, {
    kind: 'hold',
    seenVersion: latestNumber(facts),
    drafted: base.version,
    reasonCode: 'infection',
    devices,
    lastDay: base.lastDay,
  });
}

const PATHS = {
  async call({ caseId, deviceIds }: RecordedCase) {
    const said = { reasonCode: 'infection' as const, reason: 'pus', toldById: null };
    const hold = { ...said, deviceIds: deviceIds.slice(0, 1) };
    const input = newContact({ outcome: 'told-to-hold', hold });
    return accepted(await recordContact({ actor: staff.nurse, caseId, input, now }));
  },
  async complication({ caseId, deviceIds }: RecordedCase) {
    const hold = { course: 'hold', turnDevices: deviceIds.slice(0, 1), courseReason: 'pus' } as const;
    const input = newComplication({ ...hold, turnDevices: [...hold.turnDevices] }, now);
    return accepted(await recordComplication({ actor: staff.nurse, caseId, input, now }));
  },
  async form(one: RecordedCase) {
    const input = heldInForm(await factsOf(one));
    const { caseId } = one;
    return accepted(await publishProtocolVersion({ actor: staff.nurse, caseId, input, now }));
  },
};

const SIGNED = {
  'another device lies outside the band': () => signed({ perSession: [300, 300] }),
  'a target that lies past travel stays as it is': () => signed({ targetUm: 40_000 }),
  'a device in place was never planned': withUnplannedDevice,
  'another device is turned back': () =>
    signed({ perSession: [-100, -100], targetUm: null }, { kind: 'reverse', lastDay: TODAY + 1 }),
};

describe.each(Object.entries(SIGNED))('where %s', (_what, recorded) => {
  test.each(Object.entries(PATHS))('a hold of a nurse by %s holds at once', async (_path, hold) => {
    const one = await recorded();
    const before = await factsOf(one);
    await hold(one);
    const { versions, proposals } = await factsOf(one);
    expect([versions.length, proposals]).toEqual([before.versions.length + 1, []]);
    const latest = latestVersion(versions);
    expect(latest).toMatchObject({ kind: 'hold', unusual: [], cosignBy: null });
    expect(latest?.devices.filter(isHeld).map(({ deviceId }) => deviceId)).toEqual(one.deviceIds.slice(0, 1));
  });
});

const FAST = { perSession: [300, 300] };
const BACK = { perSession: [-100, -100], targetUm: null };
const only = (index: number, change: Partial<Plan>) => (plan: Plan, place: number) =>
  place === index ? { ...plan, ...change } : plan;

test.each<
  [
    string,
    () => Promise<RecordedCase>,
    (facts: CaseFacts) => Partial<PublishProtocolInput>,
    readonly string[],
  ]
>([
  [
    'raises an amount that was signed',
    () => signed(FAST),
    (facts) => heldInForm(facts, only(1, { perSession: [400, 400] })),
    ['outside-band'],
  ],
  [
    'moves a whole day into one session',
    () => signed(FAST),
    (facts) => heldInForm(facts, only(1, { perSession: [600, 0] })),
    ['outside-band'],
  ],
  [
    'lets an amount that was signed go on for longer',
    () => signed(FAST, { lastDay: TODAY + 5 }),
    (facts) => ({ ...heldInForm(facts), lastDay: null }),
    ['outside-band'],
  ],
  [
    'raises a target that was signed',
    () => signed({ targetUm: 40_000 }),
    (facts) => heldInForm(facts, only(1, { targetUm: 45_000 })),
    ['target-past-travel'],
  ],
  [
    'raises the target of what it holds',
    () => signed({}),
    (facts) => heldInForm(facts, only(0, { targetUm: 45_000 })),
    ['target-past-travel'],
  ],
  [
    'turns back for longer than was signed',
    () => signed(BACK, { kind: 'reverse', lastDay: TODAY + 1 }),
    (facts) => ({ ...heldInForm(facts), lastDay: TODAY + 2 }),
    ['reversal'],
  ],
  [
    'leaves out a device that was planned',
    () => signed({}),
    (facts) => ({ ...heldInForm(facts), devices: heldInForm(facts).devices.slice(0, 1) }),
    ['device-left-out'],
  ],
])('a hold that also %s waits for a signature', async (_what, recorded, said, unusual) => {
  const one = await recorded();
  const facts = await factsOf(one);
  const input = { ...heldInForm(facts), ...said(facts) };
  const { caseId } = one;
  const written = accepted(await publishProtocolVersion({ actor: staff.nurse, caseId, input, now }));
  expect(written.pending).toBe(true);
  expect((await factsOf(one)).proposals[0]?.version.unusual).toEqual(unusual);
});

test.each(Object.entries(PATHS))(
  'a hold by %s before a version that is signed for later holds at once, and that one begins when it was signed for',
  async (_path, hold) => {
    const one = await signed(FAST, { fromDay: TODAY + 3 });
    const answer = await hold(one);
    const { versions, proposals } = await factsOf(one);
    expect(proposals).toEqual([]);
    if (_path === 'call') expect(answer).toMatchObject({ proposed: null, published: 3 });
    const [first, , held, carried] = versions;
    expect(versions.map(({ version, carries }) => [version, carries])).toEqual([
      [1, null],
      [2, null],
      [3, null],
      [4, 2],
    ]);
    const rests = { ...first?.devices[0], perSession: [0, 0] };
    expect(held).toMatchObject({ kind: 'hold', devices: [rests, first?.devices[1]], unusual: [] });
    const fast = { ...first?.devices[1], ...FAST };
    expect(carried).toMatchObject({ kind: 'hold', fromDay: TODAY + 3, fromSlot: 1, devices: [rests, fast] });
    expect(carried).toMatchObject({ authorId: staff.nurse.personId, cosignBy: null, toldAt: null });
    const { rows } = await pool().query(
      "SELECT detail->'later' AS later FROM audit_event WHERE case_id = $1 AND event = 'protocol.published' ORDER BY at",
      [one.caseId],
    );
    if (_path === 'form') expect(rows.at(-1)?.later).toEqual([{ version: 2, as: 4 }]);
  },
);

test('a version that waits carries the later one on once it is signed, by whoever signs it', async () => {
  const one = await signed(FAST, { fromDay: TODAY + 3 });
  const { caseId } = one;
  const faster = heldInForm(await factsOf(one), only(0, { perSession: [300, 300] }));
  const input = { ...faster, kind: 'change' as const };
  accepted(await publishProtocolVersion({ actor: staff.nurse, caseId, input, now }));
  expect((await factsOf(one)).versions).toHaveLength(2);
  const answer = { id: newId(), version: 3, decision: 'co-signed' as const, note: null };
  const sign = () =>
    reviewProtocolVersion({ actor: staff.surgeon, caseId, input: answer, now: now + HOUR_MS });
  expect([accepted(await sign()), accepted(await sign())]).toEqual([{ version: 3 }, { version: 3 }]);
  const { versions } = await factsOf(one);
  expect(versions.map(({ version, carries }) => [version, carries])).toEqual([
    [1, null],
    [2, null],
    [3, null],
    [4, 2],
  ]);
  expect(versions.at(-1)).toMatchObject({
    fromDay: TODAY + 3,
    authorId: staff.surgeon.personId,
    recordedAt: now + HOUR_MS,
    devices: [FAST, FAST],
  });
});

test('amounts that were drafted from another version than the one in force at the start are refused', async () => {
  const one = await signed(FAST, { fromDay: TODAY + 3 });
  const { caseId } = one;
  const input = { ...heldInForm(await factsOf(one)), fromDay: TODAY + 4 };
  expect(await publishProtocolVersion({ actor: staff.nurse, caseId, input, now })).toMatchObject({
    ok: false,
    reason: { kind: 'impossible', problems: [{ kind: 'other-base', field: 'fromDay', drafted: 1 }] },
  });
  expect((await factsOf(one)).versions).toHaveLength(2);
});
