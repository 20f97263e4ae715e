import { beforeAll, expect, test } from 'vitest';
import { newId } from '#lib/data/new-id.ts';
import { openCase } from '#lib/operations/open-case.ts';
import { placeDevice } from '#lib/operations/place-device.ts';
import { recordOperation } from '#lib/operations/record-operation.ts';
import { updateCase } from '#lib/operations/update-case.ts';
import { openCaseInput } from '#lib/schemas/case.ts';
import { accepted, DAY_MS, newCase, newDevice, recordCase } from '#tests/factories/recorded-case.ts';
import { type Staff, staffClinic } from '#tests/factories/staffed-clinic.ts';

const now = Date.UTC(2026, 2, 10, 12);
const removal = { kind: 'removal' as const, note: null, correctsId: null, retracted: false };
let staff: Staff;

beforeAll(async () => {
  staff = await staffClinic('north', now - 100 * DAY_MS);
});

test('a zone that the platform knows and the database does not is told, not a fault', async () => {
  const zone = 'US/Pacific-New';
  const refused = { ok: false, reason: { kind: 'zone-unknown', field: 'zone' } };
  const actor = staff.surgeon;
  expect(await openCase({ actor, input: { ...newCase(staff), zone: 'AET' }, now })).toEqual(refused);
  const { caseId } = await recordCase(staff, now);
  const { site, surgeonId } = newCase(staff);
  expect(await updateCase({ actor, caseId, input: { site, surgeonId, zone, version: 1 }, now })).toEqual(
    refused,
  );
});

test('a removal that never was is not withdrawn into two devices of one label', async () => {
  const actor = staff.surgeon;
  const { caseId, deviceIds } = await recordCase(staff, now, { labels: ['Left'] });
  const id = newId();
  const taken = { ...removal, id, endedAt: now - DAY_MS, removedDeviceIds: deviceIds };
  accepted(await recordOperation({ actor, caseId, input: taken, now }));
  const next = { id: newId(), ...newDevice('Left', now) };
  accepted(await placeDevice({ actor, caseId, input: next, now }));
  const input = {
    ...removal,
    id: newId(),
    endedAt: now - DAY_MS,
    removedDeviceIds: [],
    correctsId: id,
    retracted: true,
  };
  expect(await recordOperation({ actor, caseId, input, now })).toEqual({
    ok: false,
    reason: { kind: 'label-taken', field: 'removedDeviceIds' },
  });
});

test('a patient of whom nothing can be read is refused before the database refuses it', () => {
  const { patient, ...input } = newCase(staff);
  const unseen = {
    ...patient,
    bornDay: '2025-01-01',
    mrn: '\u0301',
    familyName: '\u0301',
    givenName: '\u0302',
  };
  expect(openCaseInput.safeParse({ ...input, patient: unseen }).success).toBe(false);
});
