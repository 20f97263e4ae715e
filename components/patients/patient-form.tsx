import { ActionForm } from '#components/forms/action-form.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { updatePatientAction } from '#lib/actions/update-patient-action.ts';
import type { Patient } from '#lib/domain/patient/patient.ts';
import { PATIENT_LABELS, PatientFields } from './patient-fields.tsx';

/** What is on record of the patient, to be changed. */
export function PatientForm({ caseId, patient }: { caseId: string; patient: Patient }) {
  return (
    <ActionForm
      action={updatePatientAction}
      labels={PATIENT_LABELS}
      aria-label="Patient"
      className="max-w-5xl"
    >
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="version" value={patient.version} />
      <PatientFields patient={patient} />
      <SubmitButton pendingLabel="Saving…" className="justify-self-start">
        Save the patient
      </SubmitButton>
    </ActionForm>
  );
}
