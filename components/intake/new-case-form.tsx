import { ActionForm } from '#components/forms/action-form.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { CAREGIVER_LABELS, CaregiverFields } from '#components/patients/caregiver-fields.tsx';
import { PATIENT_LABELS, PatientFields } from '#components/patients/patient-fields.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Section } from '#components/ui/section.tsx';
import { openCaseAction } from '#lib/actions/open-case-action.ts';
import type { Choice } from '#lib/view/intake-words.ts';
import { CASE_LABELS, CaseFields } from './case-fields.tsx';

type NewCaseFormProps = {
  /** Made on the server, so that the same form sent twice is one case. */
  ids: { caseId: string; patientId: string; caregiverId: string };
  /** The patient on record for whom this is another case; null: a new patient. */
  existing: string | null;
  surgeons: readonly Choice[];
  teachers: readonly Choice[];
  surgeonId: string | undefined;
  zone: string;
};

/** Patient, caregiver and case in one form: all of it is saved, or nothing. */
export function NewCaseForm({ ids, existing, surgeons, teachers, surgeonId, zone }: NewCaseFormProps) {
  return (
    <ActionForm
      action={openCaseAction}
      labels={{ ...PATIENT_LABELS, ...CAREGIVER_LABELS, ...CASE_LABELS, name: "Caregiver's name" }}
      aria-label="New case"
      className="max-w-5xl gap-6"
    >
      {Object.entries(ids).map(([name, id]) => (
        <input key={name} type="hidden" name={name} value={id} />
      ))}
      <Section id="patient" title="Patient">
        {existing === null ? (
          <PatientFields />
        ) : (
          <Alert level="info" title={`Another case for ${existing}`}>
            <input type="hidden" name="existingPatient" value="yes" />
            The patient and the caregivers on record stay as they are.
          </Alert>
        )}
      </Section>
      <Section id="case" title="Case">
        <CaseFields surgeons={surgeons} surgeonId={surgeonId} zone={zone} />
      </Section>
      <Section
        id="caregiver"
        title={existing === null ? 'Caregiver' : 'Another caregiver'}
        detail="may follow later"
      >
        <CaregiverFields teachers={teachers} zone={zone} optional />
      </Section>
      <div className="grid justify-items-start gap-2">
        <SubmitButton pendingLabel="Opening…">Open the case</SubmitButton>
        <p className="text-ink-muted text-sm">
          Next, on the page of the case: the operation, the devices, the protocol, the turns.
        </p>
      </div>
    </ActionForm>
  );
}
