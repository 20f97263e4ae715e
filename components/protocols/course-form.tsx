import { ActionForm } from '#components/forms/action-form.tsx';
import { CheckboxField, RadioField, SelectField } from '#components/forms/choice-field.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { TextareaField } from '#components/forms/text-field.tsx';
import { MomentFields } from '#components/intake/moment-fields.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { recordCourseEventAction } from '#lib/actions/record-course-event-action.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { REASON_WORDS } from '#lib/view/amendment-words.ts';
import type { CourseDraft } from '#lib/view/course-form.ts';
import { type Choice, choicesOf } from '#lib/view/intake-words.ts';
import { DecisionPreview } from './decision-preview.tsx';
import { FormWithPreview } from './form-with-preview.tsx';

type CourseFormProps = {
  caseId: string;
  draft: CourseDraft;
  /** The decisions that the phase allows. */
  kinds: readonly Choice[];
  zoneNote: string;
  staff: readonly Choice[];
  facts: CaseFacts;
  at: number;
};

/** A decision that moves the case on, or the correction of one, with what it would change. */
export function CourseForm({ caseId, draft, kinds, zoneNote, staff, facts, at }: CourseFormProps) {
  const { corrects, kind } = draft;
  const initial: [string, string][] = [
    ['kind', kind ?? ''],
    ['atDay', draft.day],
    ['atTime', draft.time],
    ['correctsId', corrects?.id ?? ''],
  ];
  return (
    <ActionForm
      action={recordCourseEventAction}
      labels={{
        kind: 'Decision',
        atDay: 'From, day',
        atTime: 'From, time',
        reasonCode: 'Reason',
        reason: 'In words',
      }}
      aria-label={corrects ? `Correct: ${corrects.words}` : 'Decision about the course'}
    >
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="id" value={draft.id} />
      <input type="hidden" name="seenEventId" value={draft.seenEventId ?? ''} />
      <input type="hidden" name="shownZone" value={facts.zone} />
      <FormWithPreview
        id="decision-preview"
        preview={<DecisionPreview facts={facts} now={at} initial={initial} />}
        buttons={
          <>
            <SubmitButton variant="secondary" name="intent" value="preview">
              Preview
            </SubmitButton>
            <SubmitButton pendingLabel="Saving…" name="intent" value="record">
              {corrects ? 'Save the correction' : 'Record the decision'}
            </SubmitButton>
            <ButtonLink href={`/cases/${caseId}/protocol#course`} variant="quiet">
              Leave it as it is
            </ButtonLink>
          </>
        }
      >
        {corrects && kind ? (
          <>
            <input type="hidden" name="correctsId" value={corrects.id} />
            <input type="hidden" name="kind" value={kind} />
            <p className="font-medium">Correct: {corrects.words}</p>
          </>
        ) : (
          <RadioField name="kind" label="What was decided" options={kinds} />
        )}
        <MomentFields
          name="at"
          label="From"
          day={draft.day}
          time={draft.time}
          zoneNote={zoneNote}
          hint="Consolidation starts with a day: the time does not count there"
        />
        <div className="grid max-w-3xl gap-4">
          <SelectField
            name="reasonCode"
            label="Reason"
            options={choicesOf(REASON_WORDS)}
            defaultValue={draft.reasonCode}
            placeholder="Choose the reason"
          />
          <TextareaField
            name="reason"
            label="In words"
            hint="Such as target reached, end of travel, infection"
            defaultValue={draft.reason}
            rows={2}
            maxLength={1000}
          />
          <div className="flex flex-wrap items-start gap-x-8 gap-y-3">
            <MomentFields
              name="toldAt"
              label="Family told"
              hint="Leave it empty if they are told later"
              zoneNote={zoneNote}
              optional
            />
            <SelectField name="toldById" label="Told by" options={staff} placeholder="You" optional />
          </div>
        </div>
        {corrects ? <CheckboxField name="retracted" label="It was never decided: withdraw it" /> : null}
      </FormWithPreview>
    </ActionForm>
  );
}
