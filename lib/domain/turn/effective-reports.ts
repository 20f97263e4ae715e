import type { TurnReport } from './report.ts';

/**
 * The reports that stand: neither corrected by a later one nor retracted, in the order in which they were done.
 * The order in which they arrived does not matter.
 */
export function effectiveReports(reports: readonly TurnReport[]): readonly TurnReport[] {
  return standingReports(reports).sort(byTime);
}

/** The same in the order in which they arrived. */
export function standingReports(reports: readonly TurnReport[]): TurnReport[] {
  const corrected = new Set<string>();
  for (const report of reports) if (report.correctsId !== null) corrected.add(report.correctsId);
  return reports.filter((report) => !report.retracted && !corrected.has(report.id));
}

function byTime(a: TurnReport, b: TurnReport): number {
  return (
    a.day - b.day ||
    a.slot - b.slot ||
    (a.doneAt ?? a.recordedAt) - (b.doneAt ?? b.recordedAt) ||
    (a.id < b.id ? -1 : 1)
  );
}
