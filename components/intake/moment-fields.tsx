import { DateField, TimeField } from '#components/forms/date-field.tsx';

type MomentFieldsProps = {
  /** Stem of the two controls, `nameDay` and `nameTime`. */
  name: string;
  label: string;
  /** ISO day and `HH:MM`. */
  day?: string | undefined;
  time?: string | undefined;
  hint?: string | undefined;
  /** ` (Europe/Madrid time)` where the case's zone is not the clinic's. */
  zoneNote?: string | undefined;
  optional?: boolean | undefined;
};

/** A day and a time on the clock of the family's zone. */
export function MomentFields({ name, label, day, time, hint, zoneNote = '', optional }: MomentFieldsProps) {
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
      <DateField
        name={`${name}Day`}
        label={`${label}, day`}
        defaultValue={day}
        optional={optional}
        hint={hint}
      />
      <TimeField name={`${name}Time`} label={`Time${zoneNote}`} defaultValue={time} optional={optional} />
    </div>
  );
}
