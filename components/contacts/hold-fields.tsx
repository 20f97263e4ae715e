import { CheckboxListField } from '#components/forms/checkbox-list-field.tsx';
import { SelectField } from '#components/forms/choice-field.tsx';
import { TextField } from '#components/forms/text-field.tsx';
import { REASON_WORDS } from '#lib/view/amendment-words.ts';
import { type Choice, choicesOf } from '#lib/view/intake-words.ts';

type HoldFieldsProps = { devices: readonly Choice[]; staff: readonly Choice[] };

export const HOLD_LABELS = {
  holdDevices: 'Hold',
  holdReasonCode: 'Reason',
  holdReason: 'Reason in words',
  holdToldById: 'Told by',
};

const REASONS = choicesOf(REASON_WORDS).filter(({ value }) => value !== 'first-prescription');

/** The hold that the family was told of: which devices, why, and by whom they were told. */
export function HoldFields({ devices, staff }: HoldFieldsProps) {
  return (
    <>
      <input type="hidden" name="hold" value="on" />
      <CheckboxListField
        name="holdDevices"
        label={HOLD_LABELS.holdDevices}
        hint="From the next session on, until it is amended again."
        options={devices}
        chosen={devices.map(({ value }) => value)}
      />
      <SelectField
        name="holdReasonCode"
        label={HOLD_LABELS.holdReasonCode}
        options={REASONS}
        placeholder="Choose the reason"
      />
      <TextField
        name="holdReason"
        label={HOLD_LABELS.holdReason}
        hint="Empty: what was said."
        maxLength={1000}
        optional
      />
      <SelectField
        name="holdToldById"
        label={HOLD_LABELS.holdToldById}
        options={staff}
        placeholder="You"
        optional
      />
    </>
  );
}
