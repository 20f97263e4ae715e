import { ActionForm } from '#components/forms/action-form.tsx';
import { CheckboxField, RadioField } from '#components/forms/choice-field.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { TextareaField } from '#components/forms/text-field.tsx';
import { MomentFields } from '#components/intake/moment-fields.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { recordCourseEventAction } from '#lib/actions/record-course-event-action.ts';
import type { CourseDraft } from '#lib/view/course-form.ts';
import { COURSE_WORDS, choicesOf } from '#lib/view/intake-words.ts';

type CourseFormProps = { caseId: string; draft: CourseDraft; zoneNote: string };

/** A decision that moves the case on, or the correction of one. */
export function CourseForm({ caseId, draft, zoneNote }: CourseFormProps) {
  const { corrects, kind } = draft;
  return (
    <ActionForm
      action={recordCourseEventAction}
      labels={{ kind: 'Decision', atDay: 'From, day', atTime: 'From, time', reason: 'Reason' }}
      aria-label={corrects ? `Correct: ${corrects.words}` : 'Decision about the course'}
      className="max-w-3xl"
    >
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="id" value={draft.id} />
      {corrects && kind ? (
        <>
          <input type="hidden" name="correctsId" value={corrects.id} />
          <input type="hidden" name="kind" value={kind} />
          <p className="font-medium">Correct: {corrects.words}</p>
        </>
      ) : (
        <RadioField name="kind" label="What was decided" options={choicesOf(COURSE_WORDS)} />
      )}
      <MomentFields
        name="at"
        label="From"
        day={draft.day}
        time={draft.time}
        zoneNote={zoneNote}
        hint="Consolidation starts with a day: the time does not count there"
      />
      <TextareaField
        name="reason"
        label="Reason"
        hint="Such as target reached, end of travel, infection"
        defaultValue={draft.reason}
        rows={2}
        maxLength={1000}
      />
      {corrects ? <CheckboxField name="retracted" label="It was never decided: withdraw it" /> : null}
      <div className="flex flex-wrap gap-2">
        <SubmitButton pendingLabel="Saving…">
          {corrects ? 'Save the correction' : 'Record the decision'}
        </SubmitButton>
        <ButtonLink href={`/cases/${caseId}/protocol#course`} variant="quiet">
          Leave it as it is
        </ButtonLink>
      </div>
    </ActionForm>
  );
}
