import { SelectField } from '#components/forms/choice-field.tsx';
import { TextareaField } from '#components/forms/text-field.tsx';
import { MomentFields } from '#components/intake/moment-fields.tsx';
import { REASON_WORDS } from '#lib/view/amendment-words.ts';
import { type Choice, choicesOf } from '#lib/view/intake-words.ts';

type ReasonFieldsProps = {
  values: Readonly<Record<string, string>>;
  zoneNote: string;
  staff: readonly Choice[];
};

/** Why, from the list and in words, and when and by whom the family was told. */
export function ReasonFields({ values, zoneNote, staff }: ReasonFieldsProps) {
  return (
    <div className="grid max-w-5xl gap-4 sm:grid-cols-2">
      <SelectField
        name="reasonCode"
        label="Reason"
        options={choicesOf(REASON_WORDS)}
        defaultValue={values.reasonCode}
        placeholder="Choose the reason"
      />
      <TextareaField name="reason" label="In words" defaultValue={values.reason} rows={2} maxLength={1000} />
      <MomentFields
        name="toldAt"
        label="Family told"
        hint="Leave it empty if they are told later"
        zoneNote={zoneNote}
        optional
      />
      <SelectField
        name="toldById"
        label="Told by"
        options={staff}
        placeholder="You"
        hint="Counts where the family was told"
        optional
      />
    </div>
  );
}
