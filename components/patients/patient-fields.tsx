import { CheckboxListField } from '#components/forms/checkbox-list-field.tsx';
import { RadioField } from '#components/forms/choice-field.tsx';
import { DateField } from '#components/forms/date-field.tsx';
import { TextField } from '#components/forms/text-field.tsx';
import { isoDay } from '#lib/domain/case-day.ts';
import type { Patient } from '#lib/domain/patient/patient.ts';
import { choicesOf, SEX_WORDS } from '#lib/view/intake-words.ts';
import { SUTURE_WORDS } from '#lib/view/suture-words.ts';

export const PATIENT_LABELS = {
  familyName: 'Family name',
  givenName: 'Given name',
  mrn: 'MRN',
  sex: 'Sex',
  bornDay: 'Born',
  diagnosis: 'Diagnosis',
  sutureCodes: 'Affected sutures',
  syndrome: 'Syndrome',
};

/** What is known of a child; filled in with what is on record. */
export function PatientFields({ patient }: { patient?: Patient | undefined }) {
  return (
    <div className="grid gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="familyName" label="Family name" defaultValue={patient?.familyName} maxLength={120} />
        <TextField name="givenName" label="Given name" defaultValue={patient?.givenName} maxLength={120} />
        <TextField
          name="mrn"
          label="MRN"
          hint="Medical record number, as on the wristband"
          defaultValue={patient?.mrn}
          maxLength={40}
        />
        <DateField name="bornDay" label="Born" defaultValue={patient && isoDay(patient.bornDay)} />
        <RadioField
          name="sex"
          label="Sex"
          look="segments"
          options={choicesOf(SEX_WORDS)}
          defaultValue={patient?.sex}
        />
        <TextField
          name="syndrome"
          label="Syndrome"
          hint="Such as Apert, Crouzon, Pfeiffer"
          defaultValue={patient?.syndrome ?? undefined}
          maxLength={120}
          optional
        />
        <TextField
          name="diagnosis"
          label="Diagnosis"
          hint="In your words; it stands under the name on every page"
          defaultValue={patient?.diagnosis ?? undefined}
          maxLength={300}
          optional
          className="sm:col-span-2"
        />
      </div>
      <CheckboxListField
        name="sutureCodes"
        label="Affected sutures"
        hint="Any number, with their ICD-10-CM codes"
        options={Object.entries(SUTURE_WORDS).map(([value, words]) => ({
          value,
          label: (
            <>
              {words} <span className="text-ink-muted text-sm">{value}</span>
            </>
          ),
        }))}
        chosen={patient?.sutureCodes}
        optional
      />
    </div>
  );
}
