import { RadioField } from '#components/forms/choice-field.tsx';
import { TextareaField } from '#components/forms/text-field.tsx';
import { COURSE_WORDS } from '#lib/view/complication-words.ts';
import { GradeFields } from './grade-fields.tsx';
import { COMPLICATION_LABELS as LABELS } from './labels.ts';

/** What is known already when a complication is recorded: its grades, what was done, and what happens to the turns. */
export function FirstStepFields() {
  return (
    <>
      <GradeFields />
      <TextareaField name="done" label={LABELS.done} rows={2} maxLength={2000} optional />
      <RadioField
        name="course"
        label={LABELS.course}
        options={[
          { value: '', label: 'Nothing is decided yet' },
          { value: 'continue', label: COURSE_WORDS.continue },
        ]}
        defaultValue=""
      />
    </>
  );
}
