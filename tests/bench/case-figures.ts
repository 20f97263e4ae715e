import { findCase } from '#lib/data/case-facts.ts';
import { pool } from '#lib/data/pool.ts';
import { assess } from '#lib/domain/assess.ts';
import { isoDay } from '#lib/domain/case-day.ts';
import { recordTurnReports } from '#lib/operations/record-turn-reports.ts';
import { BENCH_AS_OF } from '#tests/factories/bench-case.ts';
import { accepted } from '#tests/factories/recorded-case.ts';
import type { BenchClinic } from './bench-clinic.ts';
import type { Figure } from './figure.ts';
import { lastReport } from './last-report.ts';
import { compare, median, timed } from './rounds.ts';
import type { WrittenCase } from './write-case.ts';

const ROUNDS = { rounds: 12, callsPerRound: 10, warmUp: 29 };

const INSERT = {
  name: 'bench-insert',
  text: `INSERT INTO turn_report (id, case_id, device_id, day, slot, actuations_centi, outcome, done_at, recorded_at,
      recorded_by, source, resistance) VALUES ($1, $2, $3, $4, $5, $6, 'done', $7, $7, $8, 'family-page', 'normal')`,
};

/** The last turn of the case of the bench, by the operation, against an INSERT of the same row into the same table. */
export async function measureRecording({ staff, unfinished }: BenchClinic): Promise<Figure> {
  const caseOf = (index: number): WrittenCase => {
    const found = unfinished[index];
    if (!found) throw new Error('no unfinished case is left');
    return found;
  };
  const compared = await compare({
    ...ROUNDS,
    subject: async (call) => {
      const written = caseOf(2 * call - 2);
      const { caseId } = written;
      const input = { reports: [lastReport(written)] };
      accepted(await recordTurnReports({ actor: staff.nurse, caseId, input, now: BENCH_AS_OF }));
    },
    limit: (call) => {
      const written = caseOf(2 * call - 1);
      const { id, deviceId, day, slot, actuationsCenti } = lastReport(written);
      const at = new Date(BENCH_AS_OF);
      const row = [
        id,
        written.caseId,
        deviceId,
        isoDay(day),
        slot,
        actuationsCenti,
        at,
        staff.nurse.personId,
      ];
      return pool().query({ ...INSERT, values: row });
    },
  });
  return {
    name: 'record one turn, everything included ÷ one bare INSERT with commit',
    value: compared.ratio,
    unit: '×',
    must: 6,
    aim: 2.5,
    detail: `${compared.subjectMs.toFixed(2)} ms ÷ ${compared.limitMs.toFixed(2)} ms`,
  };
}

/** The judgement of the case of the bench, as it is read from the database. */
export async function measureAssess({ staff, full }: BenchClinic): Promise<Figure> {
  const record = await findCase(pool(), { clinicId: staff.clinicId, caseId: full.caseId });
  if (!record) throw new Error('the case of the bench is gone');
  const { facts } = record;
  for (let index = 0; index < 300; index++) assess(facts, BENCH_AS_OF);
  const times: number[] = [];
  for (let index = 0; index < 300; index++) times.push(await timed(() => assess(facts, BENCH_AS_OF)));
  const detail = `${facts.reports.length} reports, ${facts.versions.length} versions`;
  return { name: '`assess` of that case', value: median(times), unit: 'ms', must: 5, aim: 1, detail };
}
