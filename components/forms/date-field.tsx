'use client';

import { DateInput } from '#components/ui/date-input.tsx';
import { TimeInput } from '#components/ui/time-input.tsx';
import { Field, type FieldProps } from './field.tsx';

type DateFieldProps = FieldProps & {
  /** ISO day or `HH:MM`. */
  defaultValue?: string | undefined;
  min?: string | undefined;
  max?: string | undefined;
};

/** A calendar day, sent as `YYYY-MM-DD`. */
export function DateField({ min, max, ...field }: DateFieldProps) {
  return (
    <Field {...field}>
      {(control) => <DateInput key={control.defaultValue} {...control} min={min} max={max} />}
    </Field>
  );
}

/** A time of day in 24 hours, sent as `HH:MM`. */
export function TimeField({ min, max, ...field }: DateFieldProps) {
  return (
    <Field {...field}>
      {(control) => <TimeInput key={control.defaultValue} {...control} min={min} max={max} />}
    </Field>
  );
}
