import { beforeAll, expect, test } from 'vitest';
import { findCase } from '#lib/data/case-facts.ts';
import { newId } from '#lib/data/new-id.ts';
import { pool } from '#lib/data/pool.ts';
import { findImplants, listRecalls } from '#lib/data/recalls.ts';
import type { AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import { assess } from '#lib/domain/assess.ts';
import { MINUTE_MS } from '#lib/domain/units.ts';
import { placeDevice } from '#lib/operations/place-device.ts';
import { reAnchorDevice } from '#lib/operations/re-anchor-device.ts';
import { reassessDueStandings } from '#lib/operations/reassess-due-standings.ts';
import { recordArmRemoved } from '#lib/operations/record-arm-removed.ts';
import { recordMeasurement } from '#lib/operations/record-measurement.ts';
import { recordRecall } from '#lib/operations/record-recall.ts';
import { withdrawDeviceEvent } from '#lib/operations/withdraw-device-event.ts';
import { withdrawRecall } from '#lib/operations/withdraw-recall.ts';
import { foundRows } from '#lib/view/implant-rows.ts';
import {
  accepted,
  DAY_MS,
  newDevice,
  type RecordedCase,
  recordCase,
  recordDays,
} from '#tests/factories/recorded-case.ts';
import { type Staff, staffClinic } from '#tests/factories/staffed-clinic.ts';

const now = Date.UTC(2026, 2, 10, 12);
const today = Math.floor(now / DAY_MS);

let staff: Staff;
let other: Staff;
beforeAll(async () => {
  staff = await staffClinic('north', now - 100 * DAY_MS);
  other = await staffClinic('south', now - 100 * DAY_MS);
});

const place = (at: Staff, caseId: AuthorizedCaseId, lot: string, label: string) => {
  const input = { id: newId(), ...newDevice(label, now - DAY_MS), lot };
  return placeDevice({ actor: at.surgeon, caseId, input, now });
};

const recall = (lot: string, at = now) =>
  recordRecall({
    actor: staff.administrator,
    input: {
      id: newId(),
      modelId: null,
      lot,
      serial: null,
      level: 'act-now',
      reason: 'may reverse by itself',
      reference: 'Z-0001-2026',
      issuedDay: today,
    },
    now: at,
  });

const isFlagged = async (caseId: string) => {
  const { rows } = await pool().query<{ flagged: boolean }>(
    `SELECT 'under-recall' = ANY(open_rules) AS flagged FROM case_standing WHERE case_id = $1`,
    [caseId],
  );
  return rows[0]?.flagged ?? false;
};

const factsOf = async ({ caseId }: RecordedCase) => {
  const record = await findCase(pool(), { clinicId: staff.clinicId, caseId });
  if (!record) throw new Error('no case');
  return record.facts;
};

test('a recall flags the open cases of its clinic that have the lot, whatever case it was typed in', async () => {
  const [mine, spared] = [await recordCase(staff, now), await recordCase(staff, now)];
  const foreign = await recordCase(other, now);
  accepted(await place(staff, mine.caseId, 'Lot-7', 'C'));
  accepted(await place(other, foreign.caseId, 'Lot-7', 'C'));
  expect(accepted(await recall('LOT-7'))).toEqual({ openCases: 1, openUnclear: 1 });
  await reassessDueStandings({ clinicId: null, now });
  expect(await isFlagged(mine.caseId)).toBe(true);
  expect(await isFlagged(spared.caseId)).toBe(false);
  expect(await isFlagged(foreign.caseId)).toBe(false);
  const found = await findImplants(pool(), staff.clinicId, { modelId: null, lot: 'lot-7', serial: null });
  const certain = found.implants.filter(({ isCertain }) => isCertain);
  expect(certain.map(({ caseId, label }) => [caseId, label])).toEqual([[mine.caseId, 'C']]);
  expect(
    await findImplants(pool(), staff.clinicId, { modelId: null, lot: null, serial: null }),
  ).toMatchObject({
    implants: [],
    certain: { total: 0 },
  });
});

test('a search lists the devices of which it is not known whether they fit, after those that do', async () => {
  const at = await staffClinic('east', now - 100 * DAY_MS);
  const [mine, spared] = [await recordCase(at, now), await recordCase(at, now)];
  accepted(await place(at, mine.caseId, 'Lot-7', 'C'));
  accepted(await place(at, spared.caseId, 'Lot-8', 'D'));
  const asked = { modelId: null, lot: 'lot-7', serial: null };
  const { implants: found, ...counts } = await findImplants(pool(), at.clinicId, asked);
  expect(found[0]).toMatchObject({ caseId: mine.caseId, label: 'C', isCertain: true });
  const rest = found.slice(1);
  expect(rest.length).toBeGreaterThan(0);
  for (const implant of rest) expect(implant).toMatchObject({ lot: null, isCertain: false });
  expect(counts).toEqual({ certain: { total: 1, inPlace: 1 }, unclear: { total: 4, inPlace: 4 } });
  const few = await findImplants(pool(), at.clinicId, asked, 2);
  expect(few.implants.map(({ isCertain }) => isCertain)).toEqual([true, false, false]);
  const { certain, unclear } = foundRows(few);
  expect([certain.cut, unclear.cut, unclear.detail]).toEqual([
    null,
    expect.stringMatching(/^Only 2 of these 4 are listed, .* lot or a serial number as well/),
    '4, of which 4 in place',
  ]);
});

test('a device that is placed afterwards is flagged at once, and no more once the recall is withdrawn', async () => {
  const one = await recordCase(staff, now);
  accepted(await recall('L8'));
  accepted(await place(staff, one.caseId, 'L8', 'C'));
  expect(await isFlagged(one.caseId)).toBe(true);
  const rows = await listRecalls(pool(), staff.clinicId);
  const recallId = rows.find(({ lot }) => lot === 'L8')?.id ?? '';
  expect(rows.find(({ id }) => id === recallId)).toMatchObject({
    ...{ openCases: 1, closedCases: 0 },
    // Those of the first test: each has devices of which no lot is on record.
    openUnclear: 2,
  });
  const withdraw = () =>
    withdrawRecall({ actor: staff.administrator, input: { recallId, reason: 'lifted' }, now });
  accepted(await withdraw());
  accepted(await withdraw());
  await reassessDueStandings({ clinicId: null, now });
  expect(await isFlagged(one.caseId)).toBe(false);
});

test('a device placed while its lot is recalled is flagged, whoever is first', async () => {
  const cases = await Promise.all([1, 2, 3, 4].map(() => recordCase(staff, now)));
  const writes = cases.flatMap(({ caseId }, index) => [
    place(staff, caseId, `R${index}`, 'C'),
    recall(`R${index}`),
  ]);
  for (const write of await Promise.all(writes)) expect(write.ok).toBe(true);
  await reassessDueStandings({ clinicId: null, now });
  for (const { caseId } of cases) expect(await isFlagged(caseId)).toBe(true);
});

test('only an administrator recalls, and sent twice it is one recall', async () => {
  const input = { id: newId(), modelId: null, lot: 'L9', serial: null, level: 'act-now' as const };
  const said = { ...input, reason: 'x', reference: 'y', issuedDay: today };
  expect(await recordRecall({ actor: staff.surgeon, input: said, now })).toMatchObject({
    reason: { kind: 'not-allowed' },
  });
  const request = { actor: staff.administrator, input: said, now };
  const answers = await Promise.all([recordRecall(request), recordRecall(request)]);
  for (const answer of answers) expect(accepted(answer)).toMatchObject({ openCases: 0 });
  expect(await recordRecall({ ...request, input: { ...said, reason: 'z' } })).toMatchObject({
    reason: { kind: 'id-reused' },
  });
});

test('a measured gap becomes the base: opening and travel count from it, the reports stay', async () => {
  const one = await recordCase(staff, now);
  const [deviceId = ''] = one.deviceIds;
  await recordDays(staff, one, [one.firstDay, one.firstDay + 1], now);
  const before = assess(await factsOf(one), now).devices.find((device) => device.deviceId === deviceId);
  const fact = { id: newId(), note: null, correctsId: null, retracted: false, correctionReason: null };
  const read = { kind: 'device-gap', deviceId, takenAt: now, valueUm: 500, uncertaintyUm: 1000 } as const;
  const input = { ...fact, ...read, method: 'xray' as const };
  accepted(await recordMeasurement({ actor: staff.nurse, caseId: one.caseId, input, now }));
  const later = now + MINUTE_MS;
  const anchor = () => {
    const said = { id: newId(), measurementId: fact.id, reason: 'turned back by itself' };
    return reAnchorDevice({ actor: staff.surgeon, caseId: one.caseId, input: said, now: later });
  };
  accepted(await anchor());
  expect(await anchor()).toMatchObject({ reason: { kind: 'already-so' } });
  const { devices, flags } = assess(await factsOf(one), later);
  expect(devices.find((device) => device.deviceId === deviceId)).toMatchObject({
    reportedUm: before?.reportedUm,
    openingUm: 500,
    anchoredUm: 500 - (before?.openingUm ?? 0),
    remainingTravelUm: 29_500,
    // The reading itself is still compared with what the turns led one to expect.
    measured: { valueUm: 500, expectedUm: before?.openingUm },
  });
  expect(flags.some(({ evidence }) => evidence.rule === 'measured-against-reported')).toBe(true);

  const [base] = (await factsOf(one)).deviceEvents;
  const withdrawal = { id: newId(), eventId: base?.id ?? '', reason: 'read off the wrong device' };
  const withdraw = (input: typeof withdrawal) =>
    withdrawDeviceEvent({ actor: staff.nurse, caseId: one.caseId, input, now: later + MINUTE_MS });
  accepted(await withdraw(withdrawal));
  accepted(await withdraw(withdrawal));
  expect(await withdraw({ ...withdrawal, id: newId() })).toMatchObject({
    reason: { kind: 'event-unknown' },
  });
  const without = await factsOf(one);
  expect(without.deviceEvents).toEqual([]);
  expect(assess(without, later).devices.find((device) => device.deviceId === deviceId)).toMatchObject({
    openingUm: before?.openingUm,
    anchoredUm: 0,
  });
  const { rows } = await pool().query(
    'SELECT reason, retracted FROM device_event WHERE case_id = $1 ORDER BY recorded_at',
    [one.caseId],
  );
  expect(rows).toEqual([
    { reason: 'turned back by itself', retracted: false },
    { reason: 'read off the wrong device', retracted: true },
  ]);
  accepted(await anchor());
});

test('the arm comes off once, while the device is in place', async () => {
  const one = await recordCase(staff, now);
  const [deviceId = ''] = one.deviceIds;
  const off = (at: number) => {
    const input = { id: newId(), deviceId, at, reason: null };
    return recordArmRemoved({ actor: staff.nurse, caseId: one.caseId, input, now });
  };
  expect(await off(now - 90 * DAY_MS)).toMatchObject({ reason: { kind: 'not-in-place' } });
  accepted(await off(now));
  expect(await off(now)).toMatchObject({ reason: { kind: 'already-so' } });
  const { deviceEvents } = await factsOf(one);
  expect(deviceEvents).toMatchObject([{ kind: 'arm-removed', deviceId, at: now }]);
  const input = { id: newId(), eventId: deviceEvents[0]?.id ?? '', reason: 'the other side' };
  accepted(await withdrawDeviceEvent({ actor: staff.nurse, caseId: one.caseId, input, now }));
  accepted(await off(now - MINUTE_MS));
});
