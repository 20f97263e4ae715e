import { newId } from '#lib/data/new-id.ts';
import { pool } from '#lib/data/pool.ts';
import type { AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import { reassessDueStandings } from '#lib/operations/reassess-due-standings.ts';
import { recordTurnReports } from '#lib/operations/record-turn-reports.ts';
import type { Figure } from '#tests/bench/figure.ts';
import { timed } from '#tests/bench/rounds.ts';
import { BENCH_AS_OF } from '#tests/factories/bench-case.ts';
import { accepted, newReport } from '#tests/factories/recorded-case.ts';
import type { Staff } from '#tests/factories/staffed-clinic.ts';

const WRITERS = 8;
const RECORDING_MS = 10_000;

/** Every open case is due at the same instant, and is judged anew by the operation that readers and the ticker call. */
export async function measurePeak(): Promise<Figure> {
  const times: number[] = [];
  let judged = 0;
  for (let round = 0; round < 3; round++) {
    await pool().query('UPDATE case_standing SET reassess_at = $1', [new Date(BENCH_AS_OF)]);
    times.push(
      await timed(async () => {
        judged = await reassessDueStandings({ clinicId: null, now: BENCH_AS_OF });
      }),
    );
    await pool().query('VACUUM case_standing');
  }
  if (judged !== 2_000) throw new Error(`${judged} standings were judged anew`);
  return {
    name: 'morning peak: all 2,000 standings due at once, re-assessed',
    value: Math.min(...times) / 1000,
    unit: 's',
    must: 5,
    aim: 2,
    detail: `shortest of ${times.map((ms) => (ms / 1000).toFixed(1)).join(', ')} s`,
  };
}

type OpenCase = { caseId: AuthorizedCaseId; deviceId: string; day: number };

async function listOpenCases(): Promise<OpenCase[]> {
  const { rows } = await pool().query<OpenCase>(
    `SELECT c.id AS "caseId", min(d.id::text) AS "deviceId", (max(v.from_day) - date '1970-01-01') AS day
     FROM distraction_case c JOIN device d ON d.case_id = c.id JOIN protocol_version v ON v.case_id = c.id
     WHERE c.closed_at IS NULL GROUP BY c.id ORDER BY md5(c.id::text)`,
  );
  return rows;
}

/** One turn a write, through the operation, round the open cases: the row, the trail, the new judgement, the commit. */
export async function measureWriters({ nurse }: Staff): Promise<Figure> {
  const cases = await listOpenCases();
  let next = 0;
  let recorded = 0;
  const write = async (until: number) => {
    while (performance.now() < until) {
      const found = cases[next++ % cases.length];
      if (!found) throw new Error('there is no open case');
      const { caseId, deviceId, day } = found;
      const input = { reports: [newReport(deviceId, day, { id: newId(), outcome: 'extra' })] };
      accepted(await recordTurnReports({ actor: nurse, caseId, input, now: BENCH_AS_OF }));
      recorded += 1;
    }
  };
  const writeFor = (ms: number) => {
    const until = performance.now() + ms;
    return Promise.all(Array.from({ length: WRITERS }, () => write(until)));
  };
  await writeFor(2_000);
  recorded = 0;
  const tookMs = await timed(() => writeFor(RECORDING_MS));
  return {
    name: 'turns recorded at 8 writers, everything included',
    value: recorded / (tookMs / 1000),
    unit: 'a second',
    must: 500,
    aim: 1_500,
    detail: `${recorded} in ${(tookMs / 1000).toFixed(1)} s, by one process`,
  };
}
