import type { Day } from '#lib/domain/units.ts';
import {
  CLAVIEN_DINDO,
  type ClavienDindo,
  type Complication,
  type ComplicationStep,
  SEVERITIES,
  type Severity,
} from './complication.ts';

export type ComplicationStatus = { kind: 'open' } | { kind: 'resolved'; day: Day };

/** What was recorded of it, in the order in which it was recorded. */
function stepsInOrder({ steps }: Pick<Complication, 'steps'>): readonly ComplicationStep[] {
  return [...steps].sort((a, b) => a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : 1));
}

/** Open until somebody records that it is resolved, and again once it is reopened. */
export function complicationStatus(complication: Pick<Complication, 'steps'>): ComplicationStatus {
  const last = stepsInOrder(complication).findLast(({ kind }) => kind === 'resolved' || kind === 'reopened');
  return last?.kind === 'resolved' ? { kind: 'resolved', day: last.onDay } : { kind: 'open' };
}

/** The complications that nobody has recorded as resolved, in the order in which they were recorded. */
export function openComplications(complications: readonly Complication[]): readonly Complication[] {
  return complications
    .filter((complication) => complicationStatus(complication).kind === 'open')
    .sort((a, b) => a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : 1));
}

export type Grades = { clavienDindo: ClavienDindo | null; severity: Severity | null };

/** The grades that stand; null: nobody gave one. A grading that leaves a grade out leaves the earlier one. */
export function gradesOf(complication: Pick<Complication, 'steps'>): Grades {
  return gradings(complication).reduce<Grades>(
    (standing, { clavienDindo, severity }) => ({
      clavienDindo: clavienDindo ?? standing.clavienDindo,
      severity: severity ?? standing.severity,
    }),
    { clavienDindo: null, severity: null },
  );
}

/** The worst that each grade has been so far. */
export function worstGrades(complication: Pick<Complication, 'steps'>): Grades {
  return gradings(complication).reduce<Grades>(
    (worst, { clavienDindo, severity }) => ({
      clavienDindo: worseOf(CLAVIEN_DINDO, worst.clavienDindo, clavienDindo),
      severity: worseOf(SEVERITIES, worst.severity, severity),
    }),
    { clavienDindo: null, severity: null },
  );
}

function gradings(complication: Pick<Complication, 'steps'>) {
  return stepsInOrder(complication).filter((step) => step.kind === 'graded');
}

function worseOf<Grade>(grades: readonly Grade[], a: Grade | null, b: Grade | null): Grade | null {
  if (a === null || b === null) return a ?? b;
  return grades.indexOf(a) >= grades.indexOf(b) ? a : b;
}
