import { pool } from '#lib/data/pool.ts';
import { rebuildStandings } from '#lib/operations/rebuild-standings.ts';
import { recordTurnReports } from '#lib/operations/record-turn-reports.ts';
import { BENCH_AS_OF, benchCase } from '#tests/factories/bench-case.ts';
import { openedSession } from '#tests/factories/opened-session.ts';
import { accepted, DAY_MS, recordCase, recordDays } from '#tests/factories/recorded-case.ts';
import { type Staff, staffClinic } from '#tests/factories/staffed-clinic.ts';
import { lastReport } from './last-report.ts';
import { multiplyCases } from './multiply-cases.ts';
import { type WrittenCase, writeCase } from './write-case.ts';

/** Copies of the case of the bench that await their last report, and courses of other cases with their copies. */
const UNFINISHED = 299;
const COURSES = 20;
const COPIES_OF_COURSE = 84;

export type BenchClinic = {
  staff: Staff;
  /** 2 devices × 75 days × 2 slots, all reported. */
  full: WrittenCase;
  /** The same case before its last report, again and again: the device of that report stands last. */
  unfinished: readonly WrittenCase[];
  /** Every other open case. */
  others: readonly string[];
  /** Of a nurse who is signed in. */
  cookie: string;
};

/** A clinic of 2,000 open cases (1 + 299 + 20 × 85) at `BENCH_AS_OF`, in an empty migrated database. */
export async function makeBenchClinic(): Promise<BenchClinic> {
  const staff = await staffClinic('bench', BENCH_AS_OF - 120 * DAY_MS);
  const facts = benchCase();
  const full = await writeCase(staff, { ...facts, reports: facts.reports.slice(0, -1) });
  const [unfinished = []] = await multiplyCases([full.caseId], { copies: UNFINISHED });
  const input = { reports: [lastReport(full)] };
  accepted(await recordTurnReports({ actor: staff.nurse, caseId: full.caseId, input, now: BENCH_AS_OF }));
  const courses: string[] = [];
  for (let index = 0; index < COURSES; index++) courses.push(await recordCourse(staff, index));
  const copies = await multiplyCases(courses, { copies: COPIES_OF_COURSE });
  const { rows } = await pool().query<WrittenCase>(
    `SELECT case_id AS "caseId", array_agg(id ORDER BY label) AS "deviceIds" FROM device WHERE case_id = ANY($1) GROUP BY 1`,
    [unfinished],
  );
  const others = [...courses, ...copies.flat()];
  await pool().query('VACUUM ANALYZE');
  await rebuildStandings(BENCH_AS_OF);
  await pool().query('VACUUM ANALYZE');
  return { staff, full, unfinished: rows, others, cookie: await signIn(staff) };
}

/** A case of some week of activation: on plan, with days left out, silent for three days, or never reported. */
async function recordCourse(staff: Staff, index: number): Promise<string> {
  const activationDays = 3 + index;
  const written = await recordCase(staff, BENCH_AS_OF, { activationDays });
  const days = Array.from({ length: activationDays }, (_, day) => written.firstDay + day);
  const reported = [days, days.filter((day) => day % 3 !== 0), days.slice(0, -3), []][index % 4] ?? [];
  if (reported.length > 0) await recordDays(staff, written, reported, BENCH_AS_OF);
  return written.caseId;
}

async function signIn({ nurse }: Staff): Promise<string> {
  return (await openedSession(nurse.personId, BENCH_AS_OF)).cookie;
}
