'use client';

import { type RefObject, useDeferredValue, useEffect, useState } from 'react';
import { useForm } from '#components/forms/form-context.tsx';

/**
 * Everything in the form around `anchor`, followed as it is typed; what was sent last, else `initial`, until the browser
 * knows. Typing goes before whatever is made of it.
 */
export function useFormData(
  anchor: RefObject<HTMLElement | null>,
  initial: readonly (readonly [string, string])[],
): FormData {
  const { typed } = useForm();
  const [data, setData] = useState(() => formDataOf(typed === null ? initial : entriesOf(typed)));
  useEffect(() => {
    const form = anchor.current?.closest('form');
    if (!form) return;
    const read = () => setData(new FormData(form));
    read();
    form.addEventListener('input', read);
    return () => form.removeEventListener('input', read);
  }, [anchor]);
  return useDeferredValue(data);
}

function entriesOf(typed: Record<string, string | string[]>): [string, string][] {
  return Object.entries(typed).flatMap(([name, value]) =>
    [value].flat().map((text): [string, string] => [name, text]),
  );
}

function formDataOf(entries: readonly (readonly [string, string])[]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}
