'use client';

import type { ComponentProps } from 'react';
import { Input } from '#components/ui/input.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import { Field, type FieldProps } from './field.tsx';

type TextFieldProps = FieldProps &
  Omit<ComponentProps<typeof Input>, keyof FieldProps | 'required'> & { defaultValue?: string | undefined };

/** One line of text; a password is never filled in again. `type`, `autoComplete` and other attributes of an input pass through. */
export function TextField({
  name,
  label,
  hint,
  unit,
  optional,
  className,
  defaultValue,
  ...input
}: TextFieldProps) {
  return (
    <Field {...{ name, label, hint, unit, optional, className, defaultValue }}>
      {(control) => (
        <Input
          {...input}
          {...control}
          defaultValue={input.type === 'password' ? undefined : control.defaultValue}
        />
      )}
    </Field>
  );
}

/** A number as people write it (`0.5`, `1/3`); the server reads it. Give its `unit`. */
export function NumberField({
  name,
  label,
  hint,
  unit,
  optional,
  className,
  defaultValue,
  ...input
}: TextFieldProps) {
  return (
    <Field {...{ name, label, hint, unit, optional, className, defaultValue }}>
      {(control) => <Input {...input} {...control} numeric className="max-w-28" />}
    </Field>
  );
}

type TextareaFieldProps = FieldProps & {
  defaultValue?: string | undefined;
  rows?: number | undefined;
  maxLength?: number | undefined;
  placeholder?: string | undefined;
};

/** Several lines of text. */
export function TextareaField({
  name,
  label,
  hint,
  optional,
  className,
  defaultValue,
  ...area
}: TextareaFieldProps) {
  return (
    <Field {...{ name, label, hint, optional, className, defaultValue }}>
      {(control) => <Textarea {...area} {...control} />}
    </Field>
  );
}
