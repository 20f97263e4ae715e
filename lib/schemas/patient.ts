import { z } from 'zod';
import { SEXES } from '#lib/domain/patient/patient.ts';
import { choiceField, dayField, optionalTextField, textField, wholeField } from './form-fields.ts';

/**
 * Affected sutures by their ICD-10-CM codes (clinical.md §8); `Q87.0` stands for a syndrome that affects the face.
 */
const SUTURE_CODES = [
  'Q75.001',
  'Q75.002',
  'Q75.009',
  'Q75.01',
  'Q75.021',
  'Q75.022',
  'Q75.029',
  'Q75.03',
  'Q75.041',
  'Q75.042',
  'Q75.049',
  'Q75.051',
  'Q75.052',
  'Q75.058',
  'Q75.08',
  'Q75.1',
  'Q87.0',
] as const;

const sutureCodes = z.preprocess(
  (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
  z.array(choiceField(SUTURE_CODES, 'choose from the list')).max(SUTURE_CODES.length, 'choose each once'),
);

/** What is known of a child. */
export const patientFields = z.object({
  mrn: textField(40, 'give the medical record number'),
  familyName: textField(120, 'give the family name'),
  givenName: textField(120, 'give the given name'),
  sex: choiceField(SEXES, 'choose one, unknown if need be'),
  bornDay: dayField,
  diagnosis: optionalTextField(300),
  sutureCodes: sutureCodes.transform((codes) => [...new Set(codes)].sort()),
  syndrome: optionalTextField(120),
});
export type PatientFields = z.output<typeof patientFields>;

/** A change of the patient on record; `version` is the one that was on the screen. */
export const updatePatientInput = patientFields.extend({
  version: wholeField(1, 1_000_000_000, 'the version'),
});
export type UpdatePatientInput = z.output<typeof updatePatientInput>;
