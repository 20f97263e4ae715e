import 'server-only';
import type { AtCase } from '#lib/auth/gate.ts';
import { findCase } from '#lib/data/case-facts.ts';
import { pool } from '#lib/data/pool.ts';
import { assessCourse } from '#lib/domain/assess.ts';
import { buildCourse } from '#lib/domain/timeline/build-course.ts';
import { horizonAt } from '#lib/domain/timeline/horizon.ts';
import { hoverText } from '#lib/view/chart/chart-hover-text.ts';
import { type CaseQuery, chartChoice, chartRange } from '#lib/view/chart-options.ts';
import { expansionChart } from '#lib/view/expansion-chart.ts';

/** Every slot of a case's chart as `readHover` reads it, for a request that passed the gate; null when it is gone. */
export async function loadSlotReadings(
  { clinic, caseId, now }: AtCase,
  query: CaseQuery,
): Promise<string | null> {
  const record = await findCase(pool(), { clinicId: clinic.id, caseId });
  if (!record) return null;
  const horizon = horizonAt(now);
  const course = buildCourse(record.facts, now, horizon);
  const choice = chartChoice(query, course.facts.devices);
  return hoverText(expansionChart(course, assessCourse(course, horizon), choice, chartRange(query)));
}
