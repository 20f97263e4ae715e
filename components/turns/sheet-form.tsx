import { ActionForm } from '#components/forms/action-form.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { TextareaField, TextField } from '#components/forms/text-field.tsx';
import { recordSheetAction } from '#lib/actions/record-turns-action.ts';
import type { EntrySlot } from '#lib/view/turn-entry.ts';
import { type SheetDevice, SheetGrid } from './sheet-grid.tsx';
import { SheetKeys } from './sheet-keys.tsx';

type SheetFormProps = {
  caseId: string;
  slots: readonly EntrySlot[];
  devices: readonly SheetDevice[];
  today: string;
};

/** A family's paper sheet, cell by cell, saved at once. */
export function SheetForm({ caseId, slots, devices, today }: SheetFormProps) {
  return (
    <ActionForm
      action={recordSheetAction}
      labels={labelsOf(slots)}
      aria-label="Paper sheet"
      className="grid-cols-1"
    >
      <input type="hidden" name="caseId" value={caseId} />
      <div className="grid max-w-3xl gap-4 sm:grid-cols-2">
        <TextField
          name="turnedBy"
          label="Who turned"
          hint="As the sheet says: Mother, Father, Ana"
          maxLength={80}
          optional
        />
        <TextareaField name="note" label="Note" maxLength={600} rows={1} optional />
      </div>
      <SheetKeys>
        <SheetGrid slots={slots} devices={devices} today={today} />
      </SheetKeys>
      <SubmitButton pendingLabel="Saving…" className="justify-self-start">
        Save the sheet
      </SubmitButton>
    </ActionForm>
  );
}

function labelsOf(slots: readonly EntrySlot[]): Record<string, string> {
  const labels: Record<string, string> = { turnedBy: 'Who turned', note: 'Note' };
  for (const slot of slots) {
    for (const row of slot.rows) labels[`cell.${row.key}`] = `${slot.when}, ${row.label}`;
  }
  return labels;
}
