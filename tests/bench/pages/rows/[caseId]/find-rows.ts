import { pool } from '#lib/data/pool.ts';

const statements = Object.entries({
  case: `SELECT c.id, c.patient_id, c.surgeon_id, c.zone, c.site, c.opened_at, c.closed_at, c.version,
      p.mrn, p.family_name, p.given_name, p.sex, p.born_on, p.diagnosis, p.syndrome, s.name AS surgeon, k.defaults
    FROM distraction_case c JOIN patient p ON p.id = c.patient_id JOIN person s ON s.id = c.surgeon_id
    JOIN clinic k ON k.id = c.clinic_id WHERE c.id = $1`,
  operations:
    'SELECT id, kind, ended_at, corrects_id, retracted, recorded_at FROM operation WHERE case_id = $1',
  devices: `SELECT d.id, d.label, d.position, d.um_per_turn, d.actuations_per_turn, d.turn_direction, d.travel_um,
      d.initial_opening_um, d.placed_at, d.removed_at, d.lot, d.serial, d.arm, d.driver, d.mri_status, d.recorded_at,
      m.maker, m.name FROM device d LEFT JOIN device_model m ON m.id = d.model_id WHERE d.case_id = $1`,
  versions: `SELECT v.*, n.told_at, a.name AS author, b.name AS cosigner FROM protocol_version v
    LEFT JOIN protocol_notice n USING (case_id, version) JOIN person a ON a.id = v.author_id
    LEFT JOIN person b ON b.id = v.cosigner_id WHERE v.case_id = $1`,
  plans:
    'SELECT version, device_id, per_session_centi, target_um FROM protocol_device_plan WHERE case_id = $1',
  events:
    'SELECT id, kind, at, reason, corrects_id, retracted, recorded_at FROM course_event WHERE case_id = $1',
  reports: `SELECT id, device_id, day, slot, actuations_centi, outcome, done_at, recorded_at, source, turned_by,
      checked_by, resistance, pain, site_look, note, corrects_id, retracted FROM turn_report WHERE case_id = $1`,
  measurements: `SELECT id, kind, device_id, taken_at, value_um, uncertainty_um, method, note, corrects_id, retracted,
      recorded_at FROM measurement WHERE case_id = $1`,
  decisions: `SELECT f.id, f.flag_key, f.kind, f.level, f.until, f.note, f.recorded_at, p.name FROM flag_decision f
    JOIN person p ON p.id = f.by_id WHERE f.case_id = $1`,
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
