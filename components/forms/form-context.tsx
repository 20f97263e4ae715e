'use client';

import { createContext, useContext } from 'react';

export type Typed = Record<string, string | string[]>;

type FormContextValue = {
  formId: string;
  pending: boolean;
  errors: Record<string, string>;
  /** What was sent last; null while nothing was. */
  typed: Typed | null;
  labels: Record<string, string>;
};

const FormContext = createContext<FormContextValue>({
  formId: 'form',
  pending: false,
  errors: {},
  typed: null,
  labels: {},
});

export const FormProvider = FormContext.Provider;

/** The form around: its id, whether it is being sent, its errors and what was typed. */
export function useForm(): FormContextValue {
  return useContext(FormContext);
}

/** The id of a field's control, for labels and for links that lead to it. */
export function controlId(formId: string, name: string): string {
  return `${formId}-${name.replaceAll(/[^\w-]/g, '-')}`;
}

/** A field's ids, its error, and what was typed into it before the form came back. */
export function useField(name: string) {
  const { formId, errors, typed } = useForm();
  const id = controlId(formId, name);
  const value = typed?.[name];
  return {
    id,
    hintId: `${id}-hint`,
    errorId: `${id}-error`,
    error: errors[name],
    typed: Array.isArray(value) ? value[0] : value,
    /** Every value sent under this name, or null while nothing was sent. */
    allTyped: typed === null ? null : value === undefined ? [] : [value].flat(),
  };
}
