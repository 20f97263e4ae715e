import { SelectField } from '#components/forms/choice-field.tsx';
import { CLAVIEN_DINDO_WORDS, SEVERITY_WORDS } from '#lib/view/complication-words.ts';
import { choicesOf } from '#lib/view/intake-words.ts';
import { COMPLICATION_LABELS as LABELS } from './labels.ts';

/** Both grades: what had to be done about it, and what it does to the course. Neither follows from the other. */
export function GradeFields() {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <SelectField
        name="clavienDindo"
        label={LABELS.clavienDindo}
        hint="What had to be done about it"
        placeholder="Not graded"
        options={choicesOf(CLAVIEN_DINDO_WORDS)}
        optional
      />
      <SelectField
        name="severity"
        label={LABELS.severity}
        hint="What it does to the course"
        placeholder="Not graded"
        options={choicesOf(SEVERITY_WORDS)}
        optional
      />
    </div>
  );
}
