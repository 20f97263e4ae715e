import 'server-only';
import { notFound } from 'next/navigation';
import { mayAttempt } from '#lib/auth/gate.ts';
import { listCaregivers } from '#lib/data/caregivers.ts';
import { listStaff } from '#lib/data/clinic-staff.ts';
import { newId } from '#lib/data/new-id.ts';
import { findPatient } from '#lib/data/patients.ts';
import { pool } from '#lib/data/pool.ts';
import type { Site } from '#lib/domain/facts.ts';
import type { Caregiver } from '#lib/domain/patient/caregiver.ts';
import type { Patient } from '#lib/domain/patient/patient.ts';
import { zoneNote } from '#lib/view/format-date.ts';
import { type Choice, familyStaffChoices, peopleChoices } from '#lib/view/intake-words.ts';
import { loadCase } from './load-case.ts';

/** `caregiver`: `new`, or the id of the one whose form is open. */
export type PatientQuery = { caregiver?: unknown; closing?: unknown };

export type PatientPage = {
  caseId: string;
  zone: string;
  zoneNote: string;
  isClosed: boolean;
  mayUpdate: boolean;
  mayOpenCase: boolean;
  patient: Patient;
  header: { version: number; surgeonId: string; site: Site; zone: string };
  surgeons: readonly Choice[];
  teachers: readonly Choice[];
  /** Person id → name. */
  people: Readonly<Record<string, string>>;
  caregivers: readonly Caregiver[];
  /** The caregiver whose form is open: one on record, or a new one with the id made for it. */
  caregiverForm: { id: string; caregiver: Caregiver | null } | null;
  mayClose: boolean;
  isClosing: boolean;
};

/** Who the patient is, who turns at home, who answers for the case: as it is on record, with the forms that change it. */
export async function loadPatient(caseIdParam: string, query: PatientQuery): Promise<PatientPage> {
  const { at, record, card } = await loadCase(caseIdParam);
  const { facts, header } = record;
  const of = { clinicId: at.clinic.id, patientId: header.patientId };
  const [patient, caregivers, staff] = await Promise.all([
    findPatient(pool(), of),
    listCaregivers(pool(), of),
    listStaff(at.clinic.id),
  ]);
  if (!patient) notFound();
  const mayUpdate = mayAttempt(at, 'patient.update');
  const isClosed = header.closedAt !== null;
  const opened = caregivers.find(({ id }) => id === query.caregiver);
  const surgeons = peopleChoices(staff, 'surgeon');
  const isOnList = surgeons.some(({ value }) => value === header.surgeonId);
  return {
    caseId: at.caseId,
    zone: facts.zone,
    zoneNote: zoneNote(facts.zone, at.clinic.zone),
    isClosed,
    mayUpdate,
    mayOpenCase: isClosed && mayAttempt(at, 'case.open'),
    patient,
    header: { version: header.version, surgeonId: header.surgeonId, site: facts.site, zone: facts.zone },
    surgeons: isOnList ? surgeons : [{ value: header.surgeonId, label: card.surgeonName }, ...surgeons],
    teachers: familyStaffChoices(staff, opened?.taughtById),
    people: Object.fromEntries(staff.map(({ id, name }) => [id, name])),
    caregivers,
    caregiverForm:
      mayUpdate && opened
        ? { id: opened.id, caregiver: opened }
        : mayUpdate && query.caregiver === 'new'
          ? { id: newId(), caregiver: null }
          : null,
    mayClose: !isClosed && mayAttempt(at, 'case.close'),
    isClosing: query.closing === 'yes',
  };
}
