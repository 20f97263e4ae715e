'use client';

import { useCallback, useEffect, useRef } from 'react';

const WRITTEN_IN = 'input:not([type=hidden], [type=submit], [type=button]), textarea, select';

/**
 * Tells whether somebody is filling in a form of the page: a field of one has the focus, or something was entered in one
 * that is still there.
 */
export function useTyping(): () => boolean {
  const entered = useRef(new Set<HTMLFormElement>());
  useEffect(() => {
    function note({ target }: Event) {
      const form = target instanceof HTMLElement ? target.closest<HTMLFormElement>('main form') : null;
      if (form) entered.current.add(form);
    }
    function forget({ target }: Event) {
      if (target instanceof HTMLFormElement) entered.current.delete(target);
    }
    document.addEventListener('input', note);
    document.addEventListener('reset', forget);
    return () => {
      document.removeEventListener('input', note);
      document.removeEventListener('reset', forget);
    };
  }, []);
  return useCallback(() => {
    const active = document.activeElement;
    if (active?.matches(WRITTEN_IN) && active.closest('main form')) return true;
    return [...entered.current].some((form) => form.isConnected);
  }, []);
}
