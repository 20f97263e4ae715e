'use client';

import { type ReactNode, useEffect, useRef } from 'react';

/** Asks before the tab is closed or reloaded while a form inside holds what was typed and not sent. */
export function UnsavedGuard({ children }: { children: ReactNode }) {
  const changed = useRef(false);
  useEffect(() => {
    function ask(event: BeforeUnloadEvent) {
      if (changed.current) event.preventDefault();
    }
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, []);
  function mark(value: boolean) {
    changed.current = value;
  }
  return (
    <div
      className="contents"
      onInput={() => mark(true)}
      onSubmit={() => mark(false)}
      onReset={() => mark(false)}
    >
      {children}
    </div>
  );
}
