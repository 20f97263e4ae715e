import 'server-only';
import { requireCase, requireClinic } from '#lib/auth/gate.ts';
import { findCaseCard } from '#lib/data/case-card.ts';
import { listStaff } from '#lib/data/clinic-staff.ts';
import { newId } from '#lib/data/new-id.ts';
import { type Choice, familyStaffChoices, peopleChoices } from '#lib/view/intake-words.ts';
import { patientName } from '#lib/view/patient-banner.ts';

/** What the form of a new case starts from. */
export type NewCase = {
  ids: { caseId: string; patientId: string; caregiverId: string };
  existing: string | null;
  surgeons: readonly Choice[];
  teachers: readonly Choice[];
  /** The person who asks, if a surgeon. */
  surgeonId: string | undefined;
  zone: string;
};

/** The form of a new case; `from`: a case whose patient gets another one. */
export async function loadNewCase(from: unknown): Promise<NewCase> {
  const { clinic, person } = await requireClinic('case.open');
  const [staff, patient] = await Promise.all([listStaff(clinic.id), patientOf(from)]);
  const surgeons = peopleChoices(staff, 'surgeon');
  return {
    ids: { caseId: newId(), patientId: patient?.id ?? newId(), caregiverId: newId() },
    existing: patient && `${patientName(patient)}, MRN ${patient.mrn}`,
    surgeons,
    teachers: familyStaffChoices(staff),
    surgeonId: surgeons.find(({ value }) => value === person.id)?.value,
    zone: clinic.zone,
  };
}

/** Read through a case of the patient, so that the gate notes it. */
async function patientOf(from: unknown) {
  if (typeof from !== 'string') return null;
  const { clinic, caseId } = await requireCase(from, 'case.open');
  const card = await findCaseCard({ clinicId: clinic.id, caseId });
  return card?.patient ?? null;
}
