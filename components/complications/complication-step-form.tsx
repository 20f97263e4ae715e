import { ActionForm } from '#components/forms/action-form.tsx';
import { RadioField } from '#components/forms/choice-field.tsx';
import { DateField } from '#components/forms/date-field.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { TextareaField } from '#components/forms/text-field.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { followComplicationAction } from '#lib/actions/follow-complication-action.ts';
import type { StepDraft } from '#lib/view/complication-form.ts';
import { GradeFields } from './grade-fields.tsx';
import { COMPLICATION_LABELS as LABELS } from './labels.ts';

type ComplicationStepFormProps = { caseId: string; draft: StepDraft };

/** What became of a complication, or the withdrawal of such an entry. */
export function ComplicationStepForm({ caseId, draft }: ComplicationStepFormProps) {
  const { id, complicationId, headline, choices, withdraws, today } = draft;
  return (
    <ActionForm
      action={followComplicationAction}
      labels={{ ...LABELS, kind: 'What became of it' }}
      aria-label={withdraws ? `Withdraw: ${withdraws.words}` : `What became of it: ${headline}`}
      className="mt-3 max-w-3xl border-line border-l-3 pl-3"
    >
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="complicationId" value={complicationId} />
      {withdraws ? (
        <>
          <input type="hidden" name="correctsId" value={withdraws.stepId} />
          <input type="hidden" name="kind" value={withdraws.kind} />
          <input type="hidden" name="onDay" value={today} />
          <p className="font-medium">Withdraw: {withdraws.words}</p>
          <TextareaField name="note" label="Why" rows={2} maxLength={2000} />
        </>
      ) : (
        <>
          <RadioField
            name="kind"
            label="What became of it"
            options={choices}
            defaultValue={choices[0]?.value}
          />
          <DateField name="onDay" label={LABELS.onDay} defaultValue={today} max={today} />
          <TextareaField
            name="note"
            label="In words"
            hint="What was done, found or decided"
            rows={2}
            maxLength={2000}
            optional
          />
          <GradeFields />
        </>
      )}
      <div className="flex flex-wrap gap-2">
        <SubmitButton pendingLabel="Saving…">{withdraws ? 'Withdraw it' : 'Save'}</SubmitButton>
        <ButtonLink href={`/cases/${caseId}/complications#${complicationId}`} variant="quiet">
          Leave it as it is
        </ButtonLink>
      </div>
    </ActionForm>
  );
}
