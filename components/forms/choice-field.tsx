'use client';

import { clsx } from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { RadioGroup, type RadioOption } from '#components/ui/radio-group.tsx';
import { type Option, Select } from '#components/ui/select.tsx';
import { describedBy, Field, FieldError, FieldHint, type FieldProps } from './field.tsx';
import { useField } from './form-context.tsx';

type SelectFieldProps = FieldProps & {
  options: readonly Option[];
  placeholder?: string | undefined;
  defaultValue?: string | undefined;
};

/** One of many, from the browser's own list. */
export function SelectField({ options, placeholder, ...field }: SelectFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <Select key={control.defaultValue} {...control} options={options} placeholder={placeholder} />
      )}
    </Field>
  );
}

type RadioFieldProps = FieldProps & {
  options: readonly RadioOption[];
  defaultValue?: string | undefined;
  look?: ComponentProps<typeof RadioGroup>['look'];
};

/** One of few, all in sight. `look="segments"` for short words side by side. */
export function RadioField({
  name,
  label,
  hint,
  optional,
  className,
  options,
  defaultValue,
  look,
}: RadioFieldProps) {
  const field = useField(name);
  const chosen = field.typed ?? defaultValue;
  return (
    <fieldset className={clsx('grid min-w-0 content-start justify-items-start gap-1', className)}>
      <legend className="mb-1 font-medium">
        {label}
        {optional ? <span className="font-normal text-ink-muted"> (optional)</span> : null}
      </legend>
      <RadioGroup
        key={chosen}
        id={field.id}
        name={name}
        options={options}
        defaultValue={chosen}
        required={!optional}
        look={look}
        invalid={Boolean(field.error)}
        describedBy={describedBy(hint !== undefined && field.hintId, field.error && field.errorId)}
      />
      {hint === undefined ? null : <FieldHint id={field.hintId}>{hint}</FieldHint>}
      {field.error ? <FieldError id={field.errorId}>{field.error}</FieldError> : null}
    </fieldset>
  );
}

type CheckboxFieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode | undefined;
  /** What is sent when it is ticked; nothing is sent when it is not. */
  value?: string | undefined;
  defaultChecked?: boolean | undefined;
  required?: boolean | undefined;
  className?: string | undefined;
};

/** One yes. Several with the same `name` and different `value`s make a list. */
export function CheckboxField({
  name,
  label,
  hint,
  value = 'yes',
  defaultChecked,
  required,
  className,
}: CheckboxFieldProps) {
  const field = useField(name);
  const checked = field.allTyped ? field.allTyped.includes(value) : defaultChecked;
  return (
    <div className={clsx('grid gap-1', className)}>
      <Checkbox
        key={String(checked)}
        id={field.id}
        name={name}
        value={value}
        label={label}
        hint={hint}
        defaultChecked={checked}
        required={required}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={field.error ? field.errorId : undefined}
      />
      {field.error ? <FieldError id={field.errorId}>{field.error}</FieldError> : null}
    </div>
  );
}
