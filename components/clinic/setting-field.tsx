import { NumberField } from '#components/forms/text-field.tsx';
import type { ClinicSettingsDraft } from '#lib/view/clinic-settings.ts';

type SettingFieldProps = {
  draft: ClinicSettingsDraft;
  name: string;
  label: string;
  unit: string;
  what: string;
};

/** One figure that the clinic sets, with its published source and what a new clinic is given. */
export function SettingField({ draft, name, label, unit, what }: SettingFieldProps) {
  return (
    <NumberField
      name={name}
      label={label}
      unit={unit}
      defaultValue={draft.values[name]}
      maxLength={8}
      hint={
        <>
          {what} <SettingSource draft={draft} name={name} unit={unit} />
        </>
      }
    />
  );
}

type SettingSourceProps = {
  draft: ClinicSettingsDraft;
  name: string;
  /** Where the source is that of several controls, its own name. */
  of?: string;
  unit?: string;
};

/** Where a figure comes from, and what it was when the clinic was set up. */
export function SettingSource({ draft, name, of = name, unit }: SettingSourceProps) {
  const shipped = draft.shipped[name] ?? '';
  const isLong = shipped.length > 20;
  return (
    <>
      Source: {draft.sources[of]}.{' '}
      {isLong || shipped === '' ? null : `Set to ${shipped}${unit ? ` ${unit}` : ''} at first.`}
    </>
  );
}
