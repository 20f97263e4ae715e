import { ActionForm } from '#components/forms/action-form.tsx';
import { CheckboxListField } from '#components/forms/checkbox-list-field.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { NumberField, TextareaField, TextField } from '#components/forms/text-field.tsx';
import { recordCallAction } from '#lib/actions/record-turns-action.ts';
import { SIGN_WORDS } from '#lib/view/complication-words.ts';
import { choicesOf } from '#lib/view/intake-words.ts';
import type { EntrySlot } from '#lib/view/turn-entry.ts';
import { AllAsPlanned } from './all-as-planned.tsx';
import { CallSlot } from './call-slot.tsx';

type CallFormProps = {
  caseId: string;
  slots: readonly EntrySlot[];
  today: string;
  /** Where one more turn is offered beside a report: in the slot of this key, in `all`, or nowhere. */
  withMore: string | null;
};

/** What a family said on the phone: one outcome per slot and device, saved together. */
export function CallForm({ caseId, slots, today, withMore }: CallFormProps) {
  return (
    <ActionForm
      action={recordCallAction}
      labels={labelsOf(slots)}
      aria-label="Phone call"
      className="grid-cols-1 gap-6"
    >
      <input type="hidden" name="caseId" value={caseId} />
      <div className="grid max-w-3xl gap-4 sm:grid-cols-2">
        <TextField
          name="turnedBy"
          label="Who turned"
          hint="Who called, if nobody else is named: Mother, Father, Ana"
          maxLength={80}
          optional
        />
        <TextField name="checkedBy" label="Who checked the direction" maxLength={80} optional />
      </div>
      <div className="grid grid-cols-1 gap-3">
        <p className="text-ink-muted">
          Actuations left empty are those that were planned. A time more than six hours before its slot is
          taken for the next day.
        </p>
        <AllAsPlanned />
        {slots.map((slot) => (
          <CallSlot
            key={slot.key}
            slot={slot}
            isToday={slot.isoDay === today}
            caseId={caseId}
            withMore={withMore === 'all' || withMore === slot.key}
          />
        ))}
      </div>
      <fieldset className="grid max-w-3xl gap-4">
        <legend className="font-semibold">How the child is now</legend>
        <p className="text-ink-muted text-sm">Kept with the latest slot of this call.</p>
        <div className="grid gap-4 sm:grid-cols-2">
          <NumberField name="pain" label="Pain" unit="of 10" hint="0 to 10" optional />
          <TextField
            name="siteLook"
            label="Look of the site"
            hint="Dry, red, pus, bleeding, clear fluid …"
            maxLength={80}
            optional
          />
        </div>
        <CheckboxListField
          name="signs"
          label="Warning signs"
          hint="What is ticked is flagged until a later contact finds it no more."
          options={choicesOf(SIGN_WORDS)}
          optional
        />
        <TextareaField name="note" label="Note" maxLength={600} rows={2} optional />
      </fieldset>
      <SubmitButton pendingLabel="Saving…" className="justify-self-start">
        Save the call
      </SubmitButton>
    </ActionForm>
  );
}

function labelsOf(slots: readonly EntrySlot[]): Record<string, string> {
  const labels: Record<string, string> = {
    turnedBy: 'Who turned',
    checkedBy: 'Who checked the direction',
    pain: 'Pain',
    siteLook: 'Look of the site',
    signs: 'Warning signs',
    note: 'Note',
  };
  for (const slot of slots) {
    labels[`time.${slot.key}`] = `${slot.when}, turned at`;
    for (const row of slot.rows) {
      labels[`outcome.${row.key}`] = `${slot.when}, ${row.label}`;
      labels[`amount.${row.key}`] = `${slot.when}, ${row.label}, actuations`;
      labels[`resistance.${row.key}`] = `${slot.when}, ${row.label}, resistance`;
    }
  }
  return labels;
}
