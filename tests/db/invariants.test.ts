import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#lib/data/new-id.ts';
import { pool } from '#lib/data/pool.ts';
import { DAY_MS, type RecordedCase, recordCase } from '#tests/factories/recorded-case.ts';
import { type Staff, staffClinic } from '#tests/factories/staffed-clinic.ts';
import { type Row, refusalOf } from '#tests/setup/refused-row.ts';

const now = Date.UTC(2026, 2, 10, 12);
let north: Staff, south: Staff;
let one: RecordedCase, other: RecordedCase, abroad: RecordedCase;

beforeAll(async () => {
  north = await staffClinic('north', now - 100 * DAY_MS);
  south = await staffClinic('south', now - 100 * DAY_MS);
  one = await recordCase(north, now);
  other = await recordCase(north, now);
  abroad = await recordCase(south, now);
});

const day = () => new Date(one.firstDay * DAY_MS).toISOString().slice(0, 10);
const at = () => new Date(now).toISOString();

const report = (): Row => ({
  id: newId(),
  case_id: one.caseId,
  device_id: one.deviceIds[0],
  day: day(),
  slot: 1,
  actuations_centi: 100,
  outcome: 'done',
  recorded_at: at(),
  recorded_by: north.nurse.personId,
  source: 'phone',
  resistance: 'normal',
  retracted: false,
});

const fact = (): Row => ({
  id: newId(),
  case_id: one.caseId,
  retracted: false,
  recorded_by: north.nurse.personId,
  recorded_at: at(),
});

const measurement = (): Row => ({
  ...fact(),
  device_id: one.deviceIds[0],
  kind: 'device-gap',
  taken_at: at(),
  value_um: 1000,
  method: 'xray',
});

const version = (): Row => ({
  id: newId(),
  case_id: one.caseId,
  version: 2,
  kind: 'change',
  reason_code: 'other',
  unusual: [],
  from_day: day(),
  from_slot: 1,
  sessions: [480, 1200],
  min_interval_min: 0,
  grace_min: 0,
  missed_slots: 1,
  silence_min: 1,
  behind_um: 0,
  ahead_um: 0,
  asymmetry_um: 0,
  measured_um: 0,
  measured_permille: 0,
  travel_notice_days: 0,
  event_days: 0,
  missed_turn_rule_en: '',
  missed_turn_rule_es: '',
  contact_days: 1,
  consolidation_kind: 'imaging-decides',
  reason: 'why',
  author_id: north.surgeon.personId,
  recorded_at: at(),
});

describe('a report', () => {
  const rows: [string, () => Row, string][] = [
    ['is kept when it can be true', () => ({}), 'kept'],
    [
      'of another case’s device',
      () => ({ device_id: other.deviceIds[0] }),
      'turn_report_case_id_device_id_fkey',
    ],
    ['with no amount though it is sure', () => ({ actuations_centi: null }), 'turn_report_amount_check'],
    ['with an amount though it is not sure', () => ({ outcome: 'not-sure' }), 'turn_report_amount_check'],
    ['skipped with an amount', () => ({ outcome: 'skipped' }), 'turn_report_skipped_check'],
    ['of an unknown outcome', () => ({ outcome: 'maybe' }), 'turn_report_outcome_check'],
    ['of 1e9 actuations', () => ({ actuations_centi: 1e9 }), 'turn_report_actuations_centi_check'],
    ['of slot 0', () => ({ slot: 0 }), 'turn_report_slot_check'],
    ['of pain 11', () => ({ pain: 11 }), 'turn_report_pain_check'],
    ['done after it was recorded', () => ({ done_at: new Date(now + 301_000) }), 'turn_report_done_at_check'],
    ['withdrawn without naming one', () => ({ retracted: true }), 'turn_report_correction_check'],
    ['with a separator in a text', () => ({ note: 'a\u001fb' }), 'turn_report_separators_check'],
    ['with an empty text', () => ({ note: '' }), 'turn_report_blank_check'],
    ['with a text too long for its index', () => ({ note: 'é'.repeat(601) }), 'turn_report_text_check'],
    ['correcting what is not there', () => ({ corrects_id: newId() }), 'turn_report_correction'],
  ];
  test.each(rows)('%s', async (_what, change, refusal) => {
    expect(await refusalOf('turn_report', { ...report(), ...change() })).toBe(refusal);
  });

  test('cannot correct a report of another device', async () => {
    const original = report();
    await pool().query(
      'INSERT INTO turn_report SELECT * FROM json_populate_recordset(NULL::turn_report, $1)',
      [JSON.stringify([original])],
    );
    const correction = { ...report(), corrects_id: original.id };
    expect(await refusalOf('turn_report', correction)).toBe('kept');
    expect(await refusalOf('turn_report', { ...correction, device_id: one.deviceIds[1] })).toBe(
      'turn_report_correction',
    );
    const elsewhere = { ...correction, case_id: other.caseId, device_id: other.deviceIds[0] };
    expect(await refusalOf('turn_report', elsewhere)).toBe('turn_report_correction');
  });
});

test.each<[string, () => Row, string]>([
  ['follows the one before', () => ({}), 'protocol_version_has_plan'],
  ['leaves no gap', () => ({ version: 3 }), 'protocol_version_gapless'],
  ['is written once', () => ({ version: 1 }), 'protocol_version_gapless'],
  ['has ascending sessions', () => ({ sessions: [1200, 480] }), 'protocol_version_sessions_check'],
  ['has sessions within a day', () => ({ sessions: [1440] }), 'protocol_version_sessions_check'],
  ['has a session', () => ({ sessions: [] }), 'protocol_version_from_slot_check'],
  ['begins with one of its sessions', () => ({ from_slot: 3 }), 'protocol_version_from_slot_check'],
  ['ends after it begins', () => ({ last_day: '2020-01-01' }), 'protocol_version_last_day_check'],
  [
    'has the value its rule needs',
    () => ({ consolidation_kind: 'fixed-days' }),
    'protocol_version_consolidation_check',
  ],
  ['has a reason', () => ({ reason: ' ' }), 'protocol_version_reason_check'],
])('a protocol version %s', async (_what, change, refusal) => {
  expect(await refusalOf('protocol_version', { ...version(), ...change() })).toBe(refusal);
});

test('the amounts of a version come with it, one per session, of devices of its case', async () => {
  const plan = (change: Row) => ({
    case_id: one.caseId,
    version: 1,
    device_id: one.deviceIds[0],
    per_session_centi: [100, 100],
    ...change,
  });
  expect(await refusalOf('protocol_device_plan', plan({}))).toBe('23001');
  const withVersion = (change: Row) =>
    refusalOf('protocol_device_plan', plan({ version: 2, ...change }), [['protocol_version', version()]]);
  expect(await withVersion({})).toBe('kept');
  expect(await withVersion({ per_session_centi: [100] })).toBe('protocol_device_plan_sessions');
  expect(await withVersion({ per_session_centi: [100, 99_999] })).toBe(
    'protocol_device_plan_per_session_centi_check',
  );
  expect(await withVersion({ device_id: other.deviceIds[0] })).toBe(
    'protocol_device_plan_case_id_device_id_fkey',
  );
  expect(await refusalOf('protocol_device_plan', plan({ version: 9 }))).toBe(
    'protocol_device_plan_case_id_version_fkey',
  );
});

test.each<[string, () => Row, string]>([
  ['of a device of the case', () => ({}), 'kept'],
  [
    'of another case’s device',
    () => ({ device_id: other.deviceIds[0] }),
    'measurement_case_id_device_id_fkey',
  ],
  ['of no device', () => ({ device_id: null }), 'measurement_device_check'],
  ['of the head at a device', () => ({ kind: 'head-circumference' }), 'measurement_device_check'],
  ['of tomorrow', () => ({ taken_at: new Date(now + DAY_MS) }), 'measurement_taken_at_check'],
])('a measurement %s', async (_what, change, refusal) => {
  expect(await refusalOf('measurement', { ...measurement(), ...change() })).toBe(refusal);
});

test.each<[string, string, () => Row, string]>([
  [
    'a second index operation',
    'operation',
    () => ({ ...fact(), kind: 'index', ended_at: at() }),
    'operation_one_index',
  ],
  [
    'an operation of tomorrow',
    'operation',
    () => ({ ...fact(), kind: 'other', ended_at: new Date(now + DAY_MS) }),
    'operation_ended_at_check',
  ],
  [
    'an event of an unknown kind',
    'course_event',
    () => ({ ...fact(), kind: 'x', at: at(), reason: 'r', reason_code: 'other' }),
    'course_event_kind_check',
  ],
  [
    'an event without a reason',
    'course_event',
    () => ({ ...fact(), kind: 'stopped-early', at: at(), reason: '', reason_code: 'other' }),
    'course_event_reason_check',
  ],
  [
    'a clinic in no zone',
    'clinic',
    () => ({
      id: newId(),
      slug: 'x',
      name: 'X',
      zone: 'Mars/Olympus',
      defaults: {},
      version: 1,
      created_at: at(),
    }),
    '22023',
  ],
  [
    'a role that is none',
    'membership',
    () => ({ person_id: north.nurse.personId, clinic_id: north.clinicId, role: 'god', created_at: at() }),
    'membership_role_check',
  ],
  [
    'a second standing of a case',
    'case_standing',
    () => ({ ...standing(), case_id: one.caseId }),
    'case_standing_pkey',
  ],
  [
    'a standing in another clinic',
    'case_standing',
    () => ({ ...standing(), case_id: newId() }),
    'case_standing_clinic_id_case_id_fkey',
  ],
  [
    'a trail in another clinic',
    'audit_event',
    () => ({ ...trail(), clinic_id: south.clinicId, case_id: one.caseId }),
    'audit_event_clinic_id_case_id_fkey',
  ],
  [
    'a trail without a named event',
    'audit_event',
    () => ({ ...trail(), event: 'X' }),
    'audit_event_event_check',
  ],
])('refused: %s', async (_what, table, row, refusal) => {
  expect(await refusalOf(table, row())).toBe(refusal);
});

const trail = (): Row => ({ id: newId(), at: at(), event: 'a.b', detail: {} });
const standing = (): Row => ({
  clinic_id: north.clinicId,
  surgeon_id: north.surgeon.personId,
  phase: 'latency',
  urgency: 0,
  open_rules: [],
  owners: [],
  assessment: {},
  listed: {},
});

test('a case belongs to the clinic of its patient', async () => {
  const row = {
    id: newId(),
    clinic_id: north.clinicId,
    patient_id: abroad.patientId,
    surgeon_id: north.surgeon.personId,
    zone: 'Europe/Zurich',
    site: 'other',
    opened_at: at(),
    version: 1,
  };
  expect(await refusalOf('distraction_case', row)).toBe('distraction_case_clinic_id_patient_id_fkey');
  expect(await refusalOf('distraction_case', { ...row, patient_id: one.patientId })).toBe('kept');
});
