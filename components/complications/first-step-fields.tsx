import { TextareaField } from '#components/forms/text-field.tsx';
import type { TurnChoices } from '#lib/view/complications-page.ts';
import { GradeFields } from './grade-fields.tsx';
import { COMPLICATION_LABELS as LABELS } from './labels.ts';
import { TurnFields } from './turn-fields.tsx';

/** What is known already when a complication is recorded: its grades, what was done, and what happens to the turns. */
export function FirstStepFields({ turns }: { turns: TurnChoices }) {
  return (
    <>
      <GradeFields />
      <TextareaField name="done" label={LABELS.done} rows={2} maxLength={2000} optional />
      <TurnFields turns={turns} mayWait />
    </>
  );
}
