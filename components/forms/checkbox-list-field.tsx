'use client';

import type { ReactNode } from 'react';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { describedBy, FieldError, FieldHint, type FieldProps } from './field.tsx';
import { useField } from './form-context.tsx';

type CheckboxListFieldProps = Omit<FieldProps, 'unit'> & {
  options: readonly { value: string; label: ReactNode; hint?: ReactNode | undefined }[];
  chosen?: readonly string[] | undefined;
};

/** Any number of many: one name, several values, one error for all. */
export function CheckboxListField({
  name,
  label,
  hint,
  optional,
  className,
  options,
  chosen = [],
}: CheckboxListFieldProps) {
  const field = useField(name);
  const ticked = field.allTyped ?? chosen;
  return (
    <fieldset className={className}>
      <legend className="mb-1 font-medium">
        {label}
        {optional ? <span className="font-normal text-ink-muted"> (optional)</span> : null}
      </legend>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,17rem),1fr))] gap-x-6 gap-y-1">
        {options.map((option, index) => (
          <Checkbox
            key={`${option.value} ${ticked.includes(option.value)}`}
            id={index === 0 ? field.id : undefined}
            name={name}
            value={option.value}
            label={option.label}
            hint={option.hint}
            defaultChecked={ticked.includes(option.value)}
            aria-invalid={field.error ? true : undefined}
            aria-describedby={describedBy(hint !== undefined && field.hintId, field.error && field.errorId)}
          />
        ))}
      </div>
      {hint === undefined ? null : <FieldHint id={field.hintId}>{hint}</FieldHint>}
      {field.error ? <FieldError id={field.errorId}>{field.error}</FieldError> : null}
    </fieldset>
  );
}
