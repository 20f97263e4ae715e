import type { LocalTime } from '#lib/domain/case-day.ts';
import type { Caregiver } from '#lib/domain/patient/caregiver.ts';
import type { Patient } from '#lib/domain/patient/patient.ts';
import type { Instant } from '#lib/domain/units.ts';
import { momentWords } from './device-form.ts';
import { formatDay } from './format-date.ts';
import { SEX_WORDS } from './intake-words.ts';
import { languageWords } from './language-choices.ts';
import { sutureWords } from './suture-words.ts';

/** A patient field by field in words, to read or to compare two versions. */
export function patientWords(patient: Omit<Patient, 'id' | 'version'>): Record<string, string> {
  return {
    familyName: patient.familyName,
    givenName: patient.givenName,
    mrn: patient.mrn,
    bornDay: formatDay(patient.bornDay),
    sex: SEX_WORDS[patient.sex],
    diagnosis: patient.diagnosis ?? '',
    sutureCodes: patient.sutureCodes.map(sutureWords).join(', '),
    syndrome: patient.syndrome ?? '',
  };
}

type SaidCaregiver = Omit<Caregiver, 'id' | 'version' | 'taughtAt'> & {
  taughtAt: Instant | LocalTime | null;
};

/** A caregiver field by field in words, to read or to compare two versions. Who taught stays an id. */
export function caregiverWords(caregiver: SaidCaregiver, zone: string): Record<string, string> {
  return {
    name: caregiver.name,
    relation: caregiver.relation,
    language: languageWords(caregiver.language),
    phone: caregiver.phone ?? '',
    bestTime: caregiver.bestTime ?? '',
    taughtById: caregiver.taughtById ?? '',
    taughtAt: caregiver.taughtAt === null ? '' : momentWords(caregiver.taughtAt, zone),
    teachBackSeen: caregiver.teachBackSeen ? 'yes' : 'no',
    toolHandedOver: caregiver.toolHandedOver ? 'yes' : 'no',
  };
}
