import 'server-only';
import type { Patient } from '#lib/domain/patient/patient.ts';
import type { Instant } from '#lib/domain/units.ts';
import { searchText } from './search-text.ts';
import { date, epochDay, insertInto, type Queryable, type Statement, timestamp } from './statement.ts';

const COLUMNS = `p.id, p.mrn, p.family_name AS "familyName", p.given_name AS "givenName", p.sex,
  ${epochDay('p.born_on')} AS "bornDay", p.diagnosis, p.suture_codes AS "sutureCodes", p.syndrome, p.version`;

/** A patient of a clinic; null when it has none with this id. */
export async function findPatient(
  db: Queryable,
  { clinicId, patientId }: { clinicId: string; patientId: string },
): Promise<Patient | null> {
  const { rows } = await db.query<Patient>({
    name: 'find-patient',
    text: `SELECT ${COLUMNS} FROM patient p WHERE p.id = $1 AND p.clinic_id = $2`,
    values: [patientId, clinicId],
  });
  return rows[0] ?? null;
}

/** The patient with this medical record number in a clinic. */
export async function findPatientByMrn(
  db: Queryable,
  clinicId: string,
  mrn: string,
): Promise<Patient | null> {
  const { rows } = await db.query<Patient>({
    name: 'find-patient-by-mrn',
    text: `SELECT ${COLUMNS} FROM patient p WHERE p.clinic_id = $1 AND p.mrn = $2`,
    values: [clinicId, mrn],
  });
  return rows[0] ?? null;
}

/** Makes others who would change this patient wait until the end of the transaction. */
export function lockPatient({ clinicId, patientId }: { clinicId: string; patientId: string }): Statement {
  return {
    name: 'lock-patient',
    text: 'SELECT FROM patient WHERE id = $1 AND clinic_id = $2 FOR NO KEY UPDATE',
    values: [patientId, clinicId],
  };
}

const columnsOf = (patient: Patient) => ({
  mrn: patient.mrn,
  family_name: patient.familyName,
  given_name: patient.givenName,
  sex: patient.sex,
  born_on: date(patient.bornDay),
  diagnosis: patient.diagnosis,
  suture_codes: patient.sutureCodes,
  syndrome: patient.syndrome,
  search_text: searchText([patient.familyName, patient.givenName, patient.mrn]),
  version: patient.version,
});

/** Adds a patient to a clinic. */
export function insertPatient(clinicId: string, patient: Patient, now: Instant): Statement {
  return insertInto('patient', [
    { id: patient.id, clinic_id: clinicId, ...columnsOf(patient), created_at: timestamp(now) },
  ]);
}

/** Writes a changed patient over the one on record, whose version is one less. */
export function updatePatientRow(patient: Patient): Statement {
  const columns = columnsOf(patient);
  const changes = Object.keys(columns).map((column, index) => `${column} = $${index + 2}`);
  return {
    name: 'update-patient',
    text: `UPDATE patient SET ${changes.join(', ')} WHERE id = $1`,
    values: [patient.id, ...Object.values(columns)],
  };
}
