import { TextareaField } from '#components/forms/text-field.tsx';
import type { Choice } from '#lib/view/intake-words.ts';
import type { TurnPreview } from '#lib/view/turn-previews.ts';
import { GradeFields } from './grade-fields.tsx';
import { COMPLICATION_LABELS as LABELS } from './labels.ts';
import { TurnFields } from './turn-fields.tsx';

type FirstStepFieldsProps = { devices: readonly Choice[]; previews: readonly TurnPreview[] };

/** What is known already when a complication is recorded: its grades, what was done, and what happens to the turns. */
export function FirstStepFields({ devices, previews }: FirstStepFieldsProps) {
  return (
    <>
      <GradeFields />
      <TextareaField name="done" label={LABELS.done} rows={2} maxLength={2000} optional />
      <TurnFields devices={devices} previews={previews} mayWait />
    </>
  );
}
