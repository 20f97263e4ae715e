import { pool } from '#lib/data/pool.ts';
import { multiplyCases } from '#tests/bench/multiply-cases.ts';
import { BENCH_AS_OF } from '#tests/factories/bench-case.ts';
import { recordCase, recordDays } from '#tests/factories/recorded-case.ts';
import type { Staff } from '#tests/factories/staffed-clinic.ts';
import { fillBare } from './fill-bare.ts';

/** Courses that have ended, 2 devices × 38 days × 2 slots each: with their copies they are the closed cases. */
const COURSES = 16;
const DAYS = 38;
const COPIES = 1_999;
const FIRST_COPIES = 133;

const closed = {
  'distraction_case.closed_at': `timestamptz '${new Date(BENCH_AS_OF).toISOString()}' - n * interval '1 hour'`,
  'distraction_case.closed_as': `'completed'`,
  'distraction_case.opened_at': `timestamptz '${new Date(BENCH_AS_OF).toISOString()}' - n * interval '1 hour' - interval '400 days'`,
};

/** The past of a clinic, which grows: the open cases are the same in each of the three. */
export type History = {
  /** 34,000 cases would be too many for it: 2,144 are closed. */
  toHalfAMillion: () => Promise<void>;
  /** 32,000 closed cases. */
  toFiveMillion: () => Promise<void>;
  /** The same cases, every report of a closed one three times more. */
  toTwentyMillion: () => Promise<void>;
};

/** Records the courses of the closed cases; they count among the closed from here on. */
export async function beginHistory(staff: Staff): Promise<History> {
  const courses: string[] = [];
  for (let index = 0; index < COURSES; index++) {
    const written = await recordCase(staff, BENCH_AS_OF, { activationDays: DAYS });
    const days = Array.from({ length: DAYS }, (_, day) => written.firstDay + day);
    await recordDays(staff, written, days, BENCH_AS_OF);
    courses.push(written.caseId);
  }
  await pool().query(
    `UPDATE distraction_case SET closed_at = $2, closed_as = 'completed', version = version + 1 WHERE id = ANY($1)`,
    [courses, new Date(BENCH_AS_OF)],
  );
  await pool().query('DELETE FROM case_standing WHERE case_id = ANY($1)', [courses]);
  const copy = async (after: number, copies: number) => {
    await fillBare('turn_report', () => multiplyCases(courses, { after, copies, instead: closed }));
    await pool().query('VACUUM ANALYZE');
  };
  return {
    toHalfAMillion: () => copy(0, FIRST_COPIES),
    toFiveMillion: () => copy(FIRST_COPIES, COPIES - FIRST_COPIES),
    toTwentyMillion: () => fillBare('turn_report', repeatReports),
  };
}

async function repeatReports(): Promise<void> {
  const { rows } = await pool().query<{ names: string[] }>(
    `SELECT array_agg(column_name::text ORDER BY ordinal_position) AS names FROM information_schema.columns
     WHERE table_schema = current_schema AND table_name = 'turn_report' AND column_name <> 'id'`,
  );
  const names = rows[0]?.names ?? [];
  const client = await pool().connect();
  try {
    await client.query('BEGIN');
    await client.query('SET LOCAL session_replication_role = replica');
    await client.query(
      `INSERT INTO turn_report (id, ${names}) SELECT md5(r.id::text || '-again-' || n)::uuid, ${names.map((name) => `r.${name}`)}
       FROM turn_report r JOIN distraction_case c ON c.id = r.case_id, generate_series(1, 3) AS n
       WHERE c.closed_at IS NOT NULL`,
    );
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}
