'use client';

import { type RefObject, useEffect, useState } from 'react';

/** What the named controls of the form around `anchor` hold, followed as it is typed; `initial` until the browser knows. */
export function useFormText(
  anchor: RefObject<HTMLElement | null>,
  initial: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const [texts, setTexts] = useState(initial);
  const names = Object.keys(initial).join('\n');
  useEffect(() => {
    const form = anchor.current?.closest('form');
    if (!form) return;
    function read() {
      const data = new FormData(form as HTMLFormElement);
      setTexts(Object.fromEntries(names.split('\n').map((name) => [name, String(data.get(name) ?? '')])));
    }
    read();
    form.addEventListener('input', read);
    return () => form.removeEventListener('input', read);
  }, [anchor, names]);
  return texts;
}
