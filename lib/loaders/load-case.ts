import 'server-only';
import { cache } from 'react';
import { type AtCase, requireCaseWith } from '#lib/auth/gate.ts';
import type { CaseCard } from '#lib/data/case-card.ts';
import type { ReadCase } from '#lib/data/case-facts.ts';
import { findCaseWithCard } from '#lib/data/case-with-card.ts';
import { assessCourse } from '#lib/domain/assess.ts';
import type { Assessment } from '#lib/domain/assessment.ts';
import { buildCourse } from '#lib/domain/timeline/build-course.ts';
import type { Course } from '#lib/domain/timeline/course.ts';
import { horizonAt } from '#lib/domain/timeline/horizon.ts';

/** A case as a page finds it: who asks, what is recorded, and the judgement of this moment. */
export type LoadedCase = {
  at: AtCase;
  record: ReadCase;
  card: CaseCard;
  course: Course;
  assessment: Assessment;
};

/** The case of the address, behind the gate. The layout and the page of one request share one look-up. */
export const loadCase = cache(async (caseIdParam: string): Promise<LoadedCase> => {
  const [at, { record, card }] = await requireCaseWith(caseIdParam, 'case.read', findCaseWithCard);
  const horizon = horizonAt(at.now);
  const course = buildCourse(record.facts, at.now, horizon);
  return { at, record, card, course, assessment: assessCourse(course, horizon) };
});
