import type { Day } from '#lib/domain/units.ts';

export const SEXES = ['female', 'male', 'other', 'unknown'] as const;
export type Sex = (typeof SEXES)[number];

/** The child, as it is on record. `version` counts the changes. */
export type Patient = {
  id: string;
  mrn: string;
  familyName: string;
  givenName: string;
  sex: Sex;
  bornDay: Day;
  diagnosis: string | null;
  /** ICD-10-CM codes of the affected sutures, ascending. */
  sutureCodes: readonly string[];
  syndrome: string | null;
  version: number;
};
