import { ActionForm } from '#components/forms/action-form.tsx';
import { CheckboxListField } from '#components/forms/checkbox-list-field.tsx';
import { CheckboxField } from '#components/forms/choice-field.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { TextareaField } from '#components/forms/text-field.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { recordOperationAction } from '#lib/actions/record-operation-action.ts';
import { OPERATION_WORDS } from '#lib/view/intake-words.ts';
import type { OperationDraft } from '#lib/view/operation-form.ts';
import { MomentFields } from './moment-fields.tsx';

const LABELS = {
  endedAtDay: 'Ended, day',
  endedAtTime: 'Ended, time',
  removedDeviceIds: 'Devices taken out',
  note: 'Note',
  correctsId: 'Operation that is corrected',
};

type OperationFormProps = { caseId: string; draft: OperationDraft; zoneNote: string; isExchange: boolean };

/** An operation that took place, or the correction of one. */
export function OperationForm({ caseId, draft, zoneNote, isExchange }: OperationFormProps) {
  const { kind, corrects, devices } = draft;
  const name = corrects ? `Correct: ${corrects.words}` : OPERATION_WORDS[kind];
  return (
    <ActionForm action={recordOperationAction} labels={LABELS} aria-label={name} className="max-w-3xl">
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="id" value={draft.id} />
      {corrects ? <input type="hidden" name="correctsId" value={corrects.id} /> : null}
      {isExchange ? <input type="hidden" name="then" value="exchange" /> : null}
      <p className="font-medium">{name}</p>
      <input type="hidden" name="kind" value={kind} />
      <MomentFields
        name="endedAt"
        label="Ended"
        day={draft.endedDay}
        time={draft.endedTime}
        zoneNote={zoneNote}
        hint={kind === 'index' ? 'Latency runs from here' : undefined}
      />
      {kind === 'index' || devices.length === 0 ? null : (
        <CheckboxListField
          name="removedDeviceIds"
          label="Devices that it took out"
          options={devices}
          chosen={draft.removedDeviceIds}
          optional
        />
      )}
      <TextareaField name="note" label="Note" rows={2} maxLength={2000} defaultValue={draft.note} optional />
      {corrects ? (
        <CheckboxField
          name="retracted"
          label="It never took place: withdraw it"
          hint="The record of it is kept in the audit trail. Devices that it took out count as in place again."
        />
      ) : null}
      <div className="flex flex-wrap gap-2">
        <SubmitButton pendingLabel="Saving…">
          {corrects ? 'Save the correction' : 'Save the operation'}
        </SubmitButton>
        {corrects ? (
          <ButtonLink href={`/cases/${caseId}/devices`} variant="quiet">
            Leave it as it is
          </ButtonLink>
        ) : null}
      </div>
    </ActionForm>
  );
}
