import { pool } from '#lib/data/pool.ts';

const statements = Object.entries({
  case: `SELECT c.id, c.patient_id, c.surgeon_id, c.zone, c.site, c.opened_at, c.closed_at, c.version,
      p.mrn, p.family_name, p.given_name, p.sex, p.born_on, p.diagnosis, p.syndrome, s.name AS surgeon, k.defaults,
      t.checks
    FROM distraction_case c JOIN patient p ON p.id = c.patient_id JOIN person s ON s.id = c.surgeon_id
    JOIN clinic k ON k.id = c.clinic_id LEFT JOIN theatre_settings t ON t.clinic_id = c.clinic_id WHERE c.id = $1`,
  operations:
    'SELECT id, kind, ended_at, corrects_id, retracted, recorded_at FROM operation WHERE case_id = $1',
  devices: `SELECT d.id, d.label, d.position, d.um_per_turn, d.actuations_per_turn, d.turn_direction, d.travel_um,
      d.initial_opening_um, d.placed_at, d.removed_at, d.lot, d.serial, d.arm, d.driver, d.mri_status, d.recorded_at,
      m.maker, m.name FROM device d LEFT JOIN device_model m ON m.id = d.model_id WHERE d.case_id = $1`,
  deviceEvents: `SELECT id, kind, device_id, at, opening_um, measurement_id, reason, corrects_id, retracted, recorded_at
    FROM device_event WHERE case_id = $1`,
  recalls: `SELECT r.id, r.model_id, r.lot, r.serial, r.level, r.reason, r.reference, r.issued_on, r.recorded_at, w.recall_id
    FROM distraction_case c JOIN recall r ON r.clinic_id = c.clinic_id LEFT JOIN recall_withdrawal w ON w.recall_id = r.id
    WHERE c.id = $1`,
  versions: `SELECT v.*, n.told_at, r.decision, r.from_day AS decided_from, r.from_slot AS decided_slot, r.note,
      a.name AS author, b.name AS cosigner FROM protocol_version v
    LEFT JOIN protocol_notice n USING (case_id, version) LEFT JOIN protocol_review r USING (case_id, version)
    JOIN person a ON a.id = v.author_id LEFT JOIN person b ON b.id = v.cosigner_id WHERE v.case_id = $1`,
  plans:
    'SELECT version, device_id, per_session_centi, target_um FROM protocol_device_plan WHERE case_id = $1',
  events: `SELECT e.id, e.kind, e.at, e.reason_code, e.reason, e.recorded_by, e.corrects_id, e.retracted, e.recorded_at,
      n.told_at, n.told_by FROM course_event e LEFT JOIN course_notice n ON n.event_id = e.id WHERE e.case_id = $1`,
  reports: `SELECT id, device_id, day, slot, actuations_centi, outcome, done_at, recorded_at, source, turned_by,
      checked_by, resistance, pain, site_look, note, signs, corrects_id, retracted FROM turn_report WHERE case_id = $1`,
  measurements: `SELECT id, kind, device_id, taken_at, value_um, uncertainty_um, method, note, corrects_id, retracted,
      recorded_at FROM measurement WHERE case_id = $1`,
  complications: `SELECT complication_id, kind, failure, device_id, onset_on, detected_by, signs, note, corrects_id, retracted,
      recorded_at FROM complication WHERE case_id = $1`,
  complicationSteps: `SELECT s.id, s.complication_id, s.kind, s.on_day, s.clavien_dindo, s.severity, s.course, s.version,
      s.note, s.corrects_id, s.retracted, s.recorded_at
    FROM complication c JOIN complication_step s ON s.complication_id = c.id WHERE c.case_id = $1`,
  contacts: `SELECT id, kind, at, caregiver_id, outcome, signs, note, recorded_by, corrects_id, retracted, recorded_at
    FROM contact WHERE case_id = $1`,
  caregivers: `SELECT g.id, g.name, g.relation, g.language, g.taught_at, g.created_at FROM distraction_case c
    JOIN caregiver g ON g.patient_id = c.patient_id WHERE c.id = $1`,
  trainings: `SELECT t.caregiver_id, t.version, t.taught_at, t.recorded_at FROM distraction_case c
    JOIN caregiver g ON g.patient_id = c.patient_id JOIN caregiver_training t ON t.caregiver_id = g.id WHERE c.id = $1`,
  decisions: `SELECT f.id, f.flag_key, f.kind, f.level, f.until, f.note, f.recorded_at, p.name FROM flag_decision f
    JOIN person p ON p.id = f.by_id WHERE f.case_id = $1`,
  checks: 'SELECT id, key, state, note, recorded_by, recorded_at FROM preoperative_check WHERE case_id = $1',
  bookings: `SELECT s.* FROM booking b JOIN booking_state s ON s.booking_id = b.id WHERE b.case_id = $1`,
}).map(([name, text]) => ({ name: `bench-${name}`, text }));

/**
 * The rows that the case page is made of, by plain SQL: one prepared statement a table, by the index on the case,
 * all of them sent in one go.
 */
export async function findRows(caseId: string): Promise<object[][]> {
  const client = await pool().connect();
  try {
    const sent = statements.map((statement) => client.query<object>({ ...statement, values: [caseId] }));
    return (await Promise.all(sent)).map(({ rows }) => rows);
  } finally {
    client.release();
  }
}
