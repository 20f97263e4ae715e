import type { Course } from '#lib/domain/timeline/course.ts';
import { originOf } from '#lib/domain/timeline/reports-by-slot.ts';
import type { TurnReport } from '#lib/domain/turn/report.ts';

/**
 * What was told of the turns that stand, each as it was first told. A correction mends the record and is no news of the
 * family; of a turn that was retracted nothing was told.
 */
export function toldReports({ facts, devices }: Course): readonly TurnReport[] {
  const byId = new Map<string, TurnReport>();
  if (facts.reports.some(({ correctsId }) => correctsId !== null))
    for (const report of facts.reports) byId.set(report.id, report);
  return devices.flatMap(({ entries }) =>
    entries.flatMap(({ reports }) => reports.map((report) => originOf(report, byId))),
  );
}
