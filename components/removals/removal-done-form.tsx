import type { ComponentProps } from 'react';
import { ActionForm } from '#components/forms/action-form.tsx';
import { CheckboxListField } from '#components/forms/checkbox-list-field.tsx';
import { DateField, TimeField } from '#components/forms/date-field.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { TextareaField, TextField } from '#components/forms/text-field.tsx';
import { recordRemovalAction } from '#lib/actions/record-removal-action.ts';
import { RemovalComplicationFields } from './removal-complication-fields.tsx';

type RemovalDoneFormProps = {
  caseId: string;
  draft: ComponentProps<typeof RemovalComplicationFields>['draft'] & {
    id: string;
    correctsId: string | null;
    visitIds: readonly string[];
    devices: readonly { value: string; label: string }[];
    removedDeviceIds: readonly string[];
    startedDay: string;
    startedTime: string;
    endedTime: string;
    findings?: string | undefined;
    stayedIn: string;
  };
};

const LABELS = {
  startedAtDay: 'Day',
  startedAtTime: 'Started',
  endedAtDay: 'Day of the end',
  endedAtTime: 'Ended',
  removedDeviceIds: 'Taken out',
  findings: 'Findings',
  stayedIn: 'Stayed in',
};

/** The fields of the lines, for what is refused. */
const LINE_LABELS = Object.fromEntries(
  [1, 2, 3, 4].flatMap((row) => [
    [`visitDay${row}`, `Visit ${row}`],
    [`visitPurpose${row}`, `Visit ${row}, what for`],
    [`complicationKind${row}`, `Complication ${row}`],
    [`complicationFailure${row}`, `Complication ${row}, what failed`],
    [`complicationDevice${row}`, `Complication ${row}, device`],
  ]),
);

/**
 * Records the second operation: actual times, what came out, what was found or went wrong, and the visits after it; or
 * adds that to an operation that was recorded without.
 */
export function RemovalDoneForm({ caseId, draft }: RemovalDoneFormProps) {
  const name = draft.correctsId === null ? 'Record the removal' : 'Add the report';
  return (
    <ActionForm
      action={recordRemovalAction}
      labels={{ ...LABELS, ...LINE_LABELS }}
      aria-label={name}
      className="max-w-3xl"
    >
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="id" value={draft.id} />
      <input type="hidden" name="correctsId" value={draft.correctsId ?? ''} />
      <div className="grid gap-4 sm:grid-cols-2">
        <DateField name="startedAtDay" label={LABELS.startedAtDay} defaultValue={draft.startedDay} />
        <TimeField name="startedAtTime" label={LABELS.startedAtTime} defaultValue={draft.startedTime} />
        <DateField name="endedAtDay" label={LABELS.endedAtDay} defaultValue={draft.startedDay} />
        <TimeField name="endedAtTime" label={LABELS.endedAtTime} defaultValue={draft.endedTime} />
      </div>
      {draft.devices.length === 0 ? null : (
        <CheckboxListField
          name="removedDeviceIds"
          label={LABELS.removedDeviceIds}
          options={draft.devices}
          chosen={draft.removedDeviceIds}
        />
      )}
      <TextareaField
        name="findings"
        label={LABELS.findings}
        hint="Bone, wound, state of the hardware. A gap in the bone of the vault is normal"
        rows={3}
        maxLength={2000}
        defaultValue={draft.findings}
      />
      <TextField
        name="stayedIn"
        label={LABELS.stayedIn}
        hint="Footplates or screws left on purpose"
        maxLength={1000}
        defaultValue={draft.stayedIn}
        optional
      />
      <RemovalComplicationFields draft={draft} />
      <fieldset className="grid gap-3">
        <legend className="mb-1 font-medium">Visits after it</legend>
        {draft.visitIds.map((visitId, index) => (
          <div key={visitId} className="grid gap-3 sm:grid-cols-[14rem_1fr]">
            <input type="hidden" name={`visitId${index + 1}`} value={visitId} />
            <DateField name={`visitDay${index + 1}`} label={`Visit ${index + 1}`} optional />
            <TextField name={`visitPurpose${index + 1}`} label="What for" maxLength={200} optional />
          </div>
        ))}
      </fieldset>
      <p className="max-w-prose text-ink-muted">
        Once every device is out and no complication is open, the case is completed with it: it leaves the
        worklist, and goes on to take what follow-up brings.
      </p>
      <SubmitButton pendingLabel="Recording…" className="justify-self-start">
        {name}
      </SubmitButton>
    </ActionForm>
  );
}
