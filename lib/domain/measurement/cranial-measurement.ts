import type { Instant } from '#lib/domain/units.ts';

/**
 * What is measured of the head as a whole. `icv` is the intracranial volume as it was read, `growth-corrected-icv` a
 * gain less what growth alone would have given: the two are never mixed (clinical.md §7).
 */
export const CRANIAL_KINDS = [
  'icv',
  'growth-corrected-icv',
  'cranial-index',
  'turricephaly-index',
  'fundoscopy',
] as const;
export type CranialKind = (typeof CRANIAL_KINDS)[number];

/** Absence of papilloedema does not exclude raised pressure (clinical.md §5). */
export const FUNDOSCOPY_FINDINGS = ['papilloedema', 'no-papilloedema', 'not-seen'] as const;
export type FundoscopyFinding = (typeof FUNDOSCOPY_FINDINGS)[number];

export const CRANIAL_METHODS = ['ct', 'mri', 'xray', 'surface-scan', 'caliper', 'ophthalmoscopy'] as const;
export type CranialMethod = (typeof CRANIAL_METHODS)[number];

/** How each can be measured. */
export const METHODS_OF: Record<CranialKind, readonly CranialMethod[]> = {
  icv: ['ct', 'mri', 'surface-scan'],
  'growth-corrected-icv': ['ct', 'mri', 'surface-scan'],
  'cranial-index': ['ct', 'mri', 'xray', 'surface-scan', 'caliper'],
  'turricephaly-index': ['ct', 'mri', 'xray', 'surface-scan'],
  fundoscopy: ['ophthalmoscopy'],
};

/** Volumes are in µL, indices in thousandths; fundoscopy has a finding instead of a value. */
export type CranialMeasurement = {
  id: string;
  kind: CranialKind;
  takenAt: Instant;
  value: number | null;
  /** Half-width of the error bar, in the unit of the value; null: nobody stated one. */
  uncertainty: number | null;
  finding: FundoscopyFinding | null;
  method: CranialMethod;
  note: string | null;
  recordedAt: Instant;
};
