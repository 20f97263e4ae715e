import { CheckboxListField } from '#components/forms/checkbox-list-field.tsx';
import { RadioField } from '#components/forms/choice-field.tsx';
import { NumberField, TextareaField } from '#components/forms/text-field.tsx';
import { Section } from '#components/ui/section.tsx';
import { COURSE_WORDS } from '#lib/view/complication-words.ts';
import type { TurnChoices } from '#lib/view/complications-page.ts';
import { COMPLICATION_LABELS as LABELS } from './labels.ts';
import { TurnDecisionPreview } from './turn-decision-preview.tsx';

const HINTS = {
  continue: 'The plan stays as it is',
  hold: 'Nothing is turned from the next session on, until a new version says so',
  slow: 'Less in each session from the next one on',
  reverse: 'Back in the sessions left of that day, then nothing; it waits for the signature of a surgeon',
  'early-removal': 'Activation ends now; the removal is booked on its page',
} as const;

type TurnFieldsProps = {
  turns: TurnChoices;
  /** Whether nothing may be decided yet. */
  mayWait: boolean;
};

/** What happens to the turns: each choice but to go on is written as an amendment, in the same step. */
export function TurnFields({ turns, mayWait }: TurnFieldsProps) {
  const { devices, previews } = turns;
  const choices = Object.entries(HINTS).map(([value, hint]) => ({
    value,
    label: COURSE_WORDS[value as keyof typeof HINTS],
    hint,
  }));
  return (
    <>
      <RadioField
        name="course"
        label={LABELS.course}
        options={[...(mayWait ? [{ value: '', label: 'Nothing is decided yet' }] : []), ...choices]}
        defaultValue={mayWait ? '' : undefined}
      />
      {previews.length > 0 ? (
        <dl className="grid gap-x-4 gap-y-1 border-line border-l-3 pl-3 text-sm sm:grid-cols-[14rem_1fr]">
          {previews.map(({ choice, does }) => (
            <div key={choice} className="sm:col-span-2 sm:grid sm:grid-cols-subgrid">
              <dt className="font-medium">{choice}</dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {devices.length > 1 ? (
        <CheckboxListField
          name="turnDevices"
          label={LABELS.turnDevices}
          hint="None ticked: all of them"
          options={devices}
          optional
        />
      ) : null}
      <div className="grid gap-4 sm:grid-cols-[12rem_1fr]">
        <NumberField
          name="perSession"
          label={LABELS.perSession}
          hint="Slower or back only: 0.5, 1/3"
          optional
        />
        <TextareaField name="courseReason" label={LABELS.courseReason} rows={2} maxLength={1000} optional />
      </div>
    </>
  );
}

/** What the decision would do, as wide as the page: the curve needs the room. */
export function TurnPreviewSection({ base }: Pick<TurnChoices, 'base'>) {
  return (
    <Section id="turn-preview" level={3} title="Preview" detail="nothing is saved yet">
      <TurnDecisionPreview base={base} />
    </Section>
  );
}
