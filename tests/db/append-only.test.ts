import { beforeAll, expect, test } from 'vitest';
import { findCase } from '#lib/data/case-facts.ts';
import { newId } from '#lib/data/new-id.ts';
import { pool } from '#lib/data/pool.ts';
import { assess } from '#lib/domain/assess.ts';
import { decideFlag } from '#lib/operations/decide-flag.ts';
import { recordArmRemoved } from '#lib/operations/record-arm-removed.ts';
import { recordComplication } from '#lib/operations/record-complication.ts';
import { recordContact } from '#lib/operations/record-contact.ts';
import { recordCourseEvent } from '#lib/operations/record-course-event.ts';
import { recordMeasurement } from '#lib/operations/record-measurement.ts';
import { recordRecall } from '#lib/operations/record-recall.ts';
import { retractPhotograph } from '#lib/operations/retract-photograph.ts';
import { saveCaregiver } from '#lib/operations/save-caregiver.ts';
import { tellProtocol } from '#lib/operations/tell-protocol.ts';
import { withdrawRecall } from '#lib/operations/withdraw-recall.ts';
import {
  accepted,
  DAY_MS,
  decisionOn,
  newComplication,
  newContact,
  recordCase,
  recordDays,
} from '#tests/factories/recorded-case.ts';
import { recordPhotographOf } from '#tests/factories/recorded-photograph.ts';
import { staffClinic } from '#tests/factories/staffed-clinic.ts';

const now = Date.UTC(2026, 2, 10, 12);

beforeAll(async () => {
  const staff = await staffClinic('north', now - 100 * DAY_MS);
  const actor = staff.surgeon;
  const one = await recordCase(staff, now);
  const { caseId, deviceIds, firstDay } = one;
  await recordDays(staff, one, [firstDay], now);
  const fact = { id: newId(), correctsId: null, retracted: false };
  const measured = { deviceId: deviceIds[0] ?? '', valueUm: 1000, uncertaintyUm: 500, note: null };
  const how = { kind: 'device-gap' as const, method: 'xray' as const, takenAt: now };
  const reading = { ...fact, ...measured, ...how, correctionReason: null };
  accepted(await recordMeasurement({ actor, caseId, input: reading, now }));
  accepted(await tellProtocol({ actor, caseId, input: { version: 1, toldAt: now, toldById: null }, now }));
  const facts = (await findCase(pool(), { clinicId: staff.clinicId, caseId }))?.facts;
  const flag = facts && assess(facts, now).flags[0];
  accepted(await decideFlag({ actor, caseId, input: decisionOn(flag), now }));
  const caregiver = { id: newId(), name: 'Eva Example', relation: 'grandmother', language: 'en' };
  const untaught = { phone: null, bestTime: null, taughtById: null, taughtAt: null };
  const seen = { teachBackSeen: false, toolHandedOver: false, version: null };
  accepted(await saveCaregiver({ actor, caseId, input: { ...caregiver, ...untaught, ...seen }, now }));
  accepted(await recordContact({ actor, caseId, input: newContact(), now }));
  const complication = newComplication({ deviceId: deviceIds[0] ?? null, clavienDindo: 'II' }, now);
  accepted(await recordComplication({ actor, caseId, input: complication, now }));
  const off = { id: newId(), deviceId: deviceIds[0] ?? '', at: now, reason: null };
  accepted(await recordArmRemoved({ actor, caseId, input: off, now }));
  const recall = { id: newId(), modelId: null, lot: 'L1', serial: null, level: 'act-now' as const };
  const published = { reason: 'may reverse', reference: 'notice 1', issuedDay: Math.floor(now / DAY_MS) };
  const administrator = staff.administrator;
  accepted(await recordRecall({ actor: administrator, input: { ...recall, ...published }, now }));
  const lifted = { recallId: recall.id, reason: 'lifted' };
  accepted(await withdrawRecall({ actor: administrator, input: lifted, now }));
  const photographId = await recordPhotographOf(staff.nurse, caseId, now);
  accepted(await retractPhotograph({ actor, caseId, input: { photographId, reason: 'blurred' }, now }));
  const ended = {
    kind: 'activation-ended' as const,
    day: null,
    at: now,
    reasonCode: 'target-reached' as const,
    reason: 'target reached',
    toldAt: now,
    toldById: null,
  };
  accepted(await recordCourseEvent({ actor, caseId, input: { ...fact, id: newId(), ...ended }, now }));
});

const FACTS = [
  'operation',
  'protocol_version',
  'protocol_device_plan',
  'protocol_notice',
  'course_event',
  'course_notice',
  'turn_report',
  'measurement',
  'device_event',
  'recall',
  'recall_withdrawal',
  'complication',
  'complication_step',
  'contact',
  'caregiver_training',
  'flag_decision',
  'photograph',
  'photograph_image',
  'photograph_retraction',
  'audit_event',
];

const KEPT = ['patient', 'caregiver', 'distraction_case', 'device'];

const refusalOf = (sql: string) =>
  pool()
    .query(sql)
    .then(
      () => 'done',
      (error: { code: string }) => error.code,
    );

test.each(FACTS)(
  '%s has rows, and none can be changed or deleted, nor all of them at once',
  async (table) => {
    const { rows } = await pool().query(
      `SELECT count(*)::int AS n, min(to_jsonb(t)::text) AS one FROM ${table} t`,
    );
    expect(rows[0].n).toBeGreaterThan(0);
    const column = Object.keys(JSON.parse(rows[0].one))[0];
    expect(await refusalOf(`UPDATE ${table} SET ${column} = ${column}`)).toBe('23001');
    expect(await refusalOf(`DELETE FROM ${table}`)).toBe('23001');
    expect(await refusalOf(`TRUNCATE ${table} CASCADE`)).toBe('23001');
    const after = await pool().query(`SELECT count(*)::int AS n FROM ${table}`);
    expect(after.rows[0].n).toBe(rows[0].n);
  },
);

test.each(KEPT)('%s changes by one version and is never deleted', async (table) => {
  expect(await refusalOf(`DELETE FROM ${table}`)).toBe('23001');
  expect(await refusalOf(`UPDATE ${table} SET version = version`)).toBe('23514');
  expect(await refusalOf(`UPDATE ${table} SET version = version + 2`)).toBe('23514');
  expect(await refusalOf(`UPDATE ${table} SET id = gen_random_uuid(), version = version + 1`)).toBe('23001');
  expect(await refusalOf(`UPDATE ${table} SET version = version + 1`)).toBe('done');
});
