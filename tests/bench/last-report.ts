import type { TurnReportInput } from '#lib/schemas/turn-reports.ts';
import { benchCase } from '#tests/factories/bench-case.ts';
import { newReport } from '#tests/factories/recorded-case.ts';
import type { WrittenCase } from './write-case.ts';

const last = benchCase().reports.at(-1);

/** The last report of the case of the bench, under a new id, for a case in which it is still to come. */
export function lastReport({ deviceIds }: WrittenCase): TurnReportInput {
  if (!last) throw new Error('the case of the bench has no report');
  const { day, slot, actuationsCenti, source, doneAt } = last;
  return newReport(deviceIds.at(-1) ?? '', day, { slot, actuationsCenti, source, doneAt });
}
