import type { Site } from '#lib/domain/facts.ts';
import type { Day } from '#lib/domain/units.ts';

/** Bands of age at operation, in whole months of the calendar: from the first, below the second; null: no limit. */
export const AGE_BANDS = [
  { key: '0-6', fromMonths: 0, belowMonths: 6 },
  { key: '6-12', fromMonths: 6, belowMonths: 12 },
  { key: '12-24', fromMonths: 12, belowMonths: 24 },
  { key: '24', fromMonths: 24, belowMonths: null },
] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** Which cases are counted; null: no limit. The days are those of the operation, both included. */
export type OutcomeFilter = {
  fromDay: Day | null;
  toDay: Day | null;
  site: Site | null;
  surgeonId: string | null;
  /** Some device of the case is of this model. */
  modelId: string | null;
  age: AgeBand | null;
  /** As the patient's page has it; `none`: without a syndrome. */
  syndrome: string | null;
};
