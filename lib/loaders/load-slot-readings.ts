import 'server-only';
import type { AtCase } from '#lib/auth/gate.ts';
import { findCase } from '#lib/data/case-facts.ts';
import { pool } from '#lib/data/pool.ts';
import { assessCourse } from '#lib/domain/assess.ts';
import { buildCourse } from '#lib/domain/timeline/build-course.ts';
import { horizonAt } from '#lib/domain/timeline/horizon.ts';
import { hoverText } from '#lib/view/chart/chart-hover-text.ts';
import { chartLayout } from '#lib/view/chart/chart-layout.ts';
import { type CaseQuery, chartChoice, chartRange } from '#lib/view/chart-options.ts';

/** Every slot that the case's chart draws, as `readHover` reads it, for a request that passed the gate; null when it is gone. */
export async function loadSlotReadings(
  { clinic, caseId, now }: Pick<AtCase, 'caseId' | 'now'> & { clinic: Pick<AtCase['clinic'], 'id'> },
  query: CaseQuery,
): Promise<string | null> {
  const record = await findCase(pool(), { clinicId: clinic.id, caseId });
  if (!record) return null;
  const horizon = horizonAt(now);
  const course = buildCourse(record.facts, now, horizon);
  const choice = chartChoice(query, course.facts.devices);
  return hoverText(chartLayout(course, assessCourse(course, horizon), choice, chartRange(query)));
}
