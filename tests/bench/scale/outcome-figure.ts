import { pool } from '#lib/data/pool.ts';
import type { Client } from '#tests/bench/client.ts';
import type { Figure } from '#tests/bench/figure.ts';
import { median, timed } from '#tests/bench/rounds.ts';

const CALLS = 21;

/** The outcomes of each case spread as in a clinic: the copies of a course would all have the same. */
async function spreadOutcomes(clinicId: string): Promise<void> {
  await pool().query(
    `UPDATE case_outcome SET operated_on = operated_on - (random() * 3000)::int, ended_on = operated_on,
       removed_on = CASE WHEN random() < 0.9 THEN operated_on + 60 + (random() * 60)::int END, planned_um = 24000,
       achieved_um = 24000 - 250 * (random() * 20)::int, measured_um = 23000 - 500 * (random() * 8)::int,
       slots_due = 96, slots_done = 90 + (random() * 5)::int, slots_unknown = 1, held_days = (random() * 5)::int,
       missed_days = (random() * 4)::int, unknown_days = 0
     WHERE clinic_id = $1 AND operated_on IS NOT NULL`,
    [clinicId],
  );
  await pool().query(
    `INSERT INTO complication (id, case_id, complication_id, kind, device_id, onset_on, detected_by, signs, retracted, recorded_by, recorded_at)
     SELECT d.id, d.case_id, d.id, 'infection', d.id, '2024-01-01', 'clinic', '{}', false, c.surgeon_id, '2024-06-01'
     FROM device d JOIN distraction_case c ON c.id = d.case_id WHERE c.clinic_id = $1 AND random() < 0.14`,
    [clinicId],
  );
  await pool().query('VACUUM ANALYZE case_outcome, complication');
}

/** The page of outcomes over every case of the clinic, from the request to the last byte. */
export async function measureOutcomes(client: Client, clinicId: string): Promise<Figure> {
  await spreadOutcomes(clinicId);
  const { rows } = await pool().query<{ cases: number }>(
    'SELECT count(*)::int AS cases FROM case_outcome WHERE clinic_id = $1',
    [clinicId],
  );
  for (let call = 0; call < 5; call++) await client.open('/outcomes');
  const times: number[] = [];
  for (let call = 0; call < CALLS; call++) times.push(await timed(() => client.open('/outcomes')));
  return {
    name: 'page of outcomes over 34,000 cases',
    value: median(times),
    unit: 'ms',
    must: 300,
    aim: 150,
    detail: `${rows[0]?.cases} cases, longest ${Math.max(...times).toFixed(0)} ms`,
  };
}
