'use client';

import { Field } from '#components/forms/field.tsx';

type FileFieldProps = { name: string; label: string; accept: string; hint: string };

/** A file. A browser never fills one in again, so it is chosen anew after a refusal without scripts. */
export function FileField({ name, label, accept, hint }: FileFieldProps) {
  return (
    <Field name={name} label={label} hint={hint}>
      {({ defaultValue: _, ...control }) => (
        <input
          {...control}
          type="file"
          accept={accept}
          className="max-w-full rounded-md border border-line-strong p-1 file:mr-3 file:rounded-sm file:border-0 file:bg-surface-sunk file:px-2 file:py-1 file:text-ink"
        />
      )}
    </Field>
  );
}
