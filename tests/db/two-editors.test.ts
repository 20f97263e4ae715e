import { beforeAll, expect, test } from 'vitest';
import { listCaregivers } from '#lib/data/caregivers.ts';
import { listDevices } from '#lib/data/devices.ts';
import { newId } from '#lib/data/new-id.ts';
import { findPatient } from '#lib/data/patients.ts';
import { pool } from '#lib/data/pool.ts';
import { correctDevice } from '#lib/operations/correct-device.ts';
import { openCase } from '#lib/operations/open-case.ts';
import { publishProtocolVersion } from '#lib/operations/publish-protocol-version.ts';
import { saveCaregiver } from '#lib/operations/save-caregiver.ts';
import { updateCase } from '#lib/operations/update-case.ts';
import { updatePatient } from '#lib/operations/update-patient.ts';
import type { SaveCaregiverInput } from '#lib/schemas/caregiver.ts';
import {
  accepted,
  DAY_MS,
  newCase,
  newDevice,
  newVersion,
  recordCase,
} from '#tests/factories/recorded-case.ts';
import { type Staff, staffClinic } from '#tests/factories/staffed-clinic.ts';

const now = Date.UTC(2026, 2, 10, 12);
let staff: Staff;

beforeAll(async () => {
  staff = await staffClinic('north', now - 100 * DAY_MS);
});

/** One of two writes that came at once is kept, the other is told what the first one wrote. */
function sortOut<T extends { ok: boolean }>(answers: readonly T[]) {
  expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
  return answers.find(({ ok }) => !ok);
}

test('of two changes to a patient the second sees both versions, and a retry of the first is the first', async () => {
  const { caseId, patientId } = await recordCase(staff, now);
  const before = await findPatient(pool(), { clinicId: staff.clinicId, patientId });
  if (!before) throw new Error('no patient');
  const { id: _, ...fields } = { ...before, sutureCodes: ['Q75.021' as const] };
  const change = (familyName: string, actor = staff.nurse) =>
    updatePatient({ actor, caseId, input: { ...fields, familyName }, now });
  const answers = await Promise.all([change('First'), change('Second', staff.surgeon)]);
  const after = await findPatient(pool(), { clinicId: staff.clinicId, patientId });
  const by = after?.familyName === 'First' ? /nurse/ : /surgeon/;
  expect(sortOut(answers)).toEqual({
    ok: false,
    reason: { kind: 'stale', theirs: after, last: { by: expect.stringMatching(by), at: now } },
  });
  expect(after?.version).toBe(2);
  expect(await change(after?.familyName ?? '')).toEqual({ ok: true, value: { version: 2 } });
  const trail = `SELECT detail FROM audit_event WHERE event = 'patient.changed' AND patient_id = $1`;
  const { rows } = await pool().query(trail, [patientId]);
  expect(rows).toEqual([
    { detail: { id: patientId, version: 2, changes: { familyName: ['Tester', after?.familyName] } } },
  ]);
});

test('a medical record number is a patient’s own within the clinic', async () => {
  const first = newCase(staff, { mrn: 'M-1' });
  const opened = accepted(await openCase({ actor: staff.nurse, input: first, now }));
  const second = newCase(staff, { mrn: 'M-1' });
  expect(await openCase({ actor: staff.nurse, input: second, now })).toEqual({
    ok: false,
    reason: {
      kind: 'mrn-taken',
      field: 'mrn',
      patientId: opened.patientId,
      openCaseIds: [opened.caseId],
      latestCaseId: opened.caseId,
    },
  });
  const raced = [newCase(staff, { mrn: 'M-2' }), newCase(staff, { mrn: 'M-2' })];
  const answers = await Promise.all(raced.map((input) => openCase({ actor: staff.nurse, input, now })));
  expect(sortOut(answers)).toMatchObject({ ok: false, reason: { kind: 'mrn-taken' } });
  const south = await staffClinic('south', now);
  expect(await openCase({ actor: south.nurse, input: newCase(south, { mrn: 'M-1' }), now })).toMatchObject({
    ok: true,
  });
});

test('opening a case twice with one id opens it once; another body is refused', async () => {
  const input = newCase(staff);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => openCase({ actor: staff.nurse, input, now })),
  );
  const opened = { caseId: input.caseId, patientId: input.patient.id };
  for (const answer of answers) expect(answer).toEqual({ ok: true, value: opened });
  const { rowCount } = await pool().query('SELECT FROM patient WHERE id = $1', [opened.patientId]);
  expect(rowCount).toBe(1);
  expect(await openCase({ actor: staff.nurse, input: { ...input, site: 'other' }, now })).toEqual({
    ok: false,
    reason: { kind: 'id-reused' },
  });
});

test('of two next versions of a protocol the second sees the first', async () => {
  const { caseId, deviceIds, firstDay } = await recordCase(staff, now);
  const publish = (reason: string) => {
    const input = newVersion(deviceIds, firstDay + 1, { seenVersion: 1, reason });
    return publishProtocolVersion({ actor: staff.surgeon, caseId, input, now });
  };
  const answers = await Promise.all([publish('one'), publish('two')]);
  expect(sortOut(answers)).toMatchObject({
    ok: false,
    reason: { kind: 'stale', theirs: { version: 2, authorId: staff.surgeon.personId } },
  });
});

test('a nurse publishes within the band of the clinic, a surgeon beyond it; what a nurse writes beyond it waits', async () => {
  const { caseId, deviceIds, firstDay } = await recordCase(staff, now);
  const publish = (actor = staff.nurse, perSession = [500, 0], seenVersion = 1) => {
    const devices = deviceIds.map((deviceId) => ({ deviceId, perSession, targetUm: 20_000 }));
    const input = newVersion(deviceIds, firstDay + 30 + seenVersion, { seenVersion, devices });
    return publishProtocolVersion({ actor, caseId, input, now });
  };
  const written = (version: number, pending: boolean) => ({ ok: true, value: { version, pending } });
  expect(await publish()).toEqual(written(2, true));
  expect(await publish(staff.surgeon, [500, 0], 2)).toEqual(written(3, false));
  expect(await publish(staff.nurse, [100, 100], 3)).toEqual(written(4, false));
  expect(await publish(staff.scheduler)).toEqual({ ok: false, reason: { kind: 'not-allowed' } });
});

test('a caregiver is added once, changed by version, and taught by somebody of the clinic', async () => {
  const { caseId, patientId } = await recordCase(staff, now);
  const input: SaveCaregiverInput = {
    id: newId(),
    version: null,
    name: 'Mia Tester',
    relation: 'mother',
    language: 'es',
    phone: '+41 00 000 00 00',
    bestTime: null,
    taughtById: staff.nurse.personId,
    taughtAt: now - DAY_MS,
    teachBackSeen: true,
    toolHandedOver: true,
  };
  const save = (change: Partial<SaveCaregiverInput> = {}) =>
    saveCaregiver({ actor: staff.nurse, caseId, input: { ...input, ...change }, now });
  expect(await Promise.all([save(), save()])).toEqual(
    [1, 1].map((version) => ({ ok: true, value: { id: input.id, version } })),
  );
  const { version: _, ...fields } = input;
  const list = () => listCaregivers(pool(), { clinicId: staff.clinicId, patientId });
  expect(await list()).toEqual([{ ...fields, version: 1 }]);
  const answers = await Promise.all([save({ version: 1, name: 'A' }), save({ version: 1, name: 'B' })]);
  expect(sortOut(answers)).toMatchObject({ reason: { kind: 'stale', theirs: { version: 2 } } });
  expect(await save({ version: 2, taughtById: newId() })).toMatchObject({
    reason: { kind: 'teacher-unknown' },
  });
  expect(await save({ id: newId(), version: 1 })).toMatchObject({ reason: { kind: 'caregiver-unknown' } });
});

test('a device is corrected by version; its label is taken while it is in place', async () => {
  const { caseId, deviceIds } = await recordCase(staff, now);
  const [before] = await listDevices(pool(), caseId);
  const fields = { ...newDevice('A', before?.placedAt ?? 0), lot: 'LOT-7' };
  const input = { id: deviceIds[0] ?? '', version: 1, ...fields };
  const correct = (change: object) =>
    correctDevice({ actor: staff.nurse, caseId, input: { ...input, ...change }, now });
  const answers = await Promise.all([correct({}), correct({ umPerTurn: 250 })]);
  expect(sortOut(answers)).toMatchObject({ reason: { kind: 'stale', theirs: { version: 2 } } });
  expect(await correct({ version: 2, label: 'b' })).toMatchObject({
    reason: { kind: 'label-taken', field: 'label' },
  });
  expect(await correct({ version: 2, modelId: newId() })).toMatchObject({
    reason: { kind: 'model-unknown' },
  });
});

test('the surgeon of a case works in its clinic', async () => {
  const { caseId } = await recordCase(staff, now);
  const change = (surgeonId: string, version = 1) =>
    updateCase({
      actor: staff.nurse,
      caseId,
      input: { surgeonId, site: 'mandible', zone: 'America/New_York', version },
      now,
    });
  expect(await change(staff.nurse.personId)).toMatchObject({ reason: { kind: 'surgeon-unknown' } });
  expect(await change(staff.surgeon.personId)).toEqual({ ok: true, value: { version: 2 } });
  expect(await change(staff.surgeon.personId)).toEqual({ ok: true, value: { version: 2 } });
  const { rows } = await pool().query('SELECT site, zone, version FROM distraction_case WHERE id = $1', [
    caseId,
  ]);
  expect(rows).toEqual([{ site: 'mandible', zone: 'America/New_York', version: 2 }]);
});
