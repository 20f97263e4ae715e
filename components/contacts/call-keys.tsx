'use client';

import { useEffect } from 'react';
import { areSingleKeysOn, isForPage } from '#components/shell/list-keys.ts';

/**
 * Within a line of the list of calls, the number beside an outcome records it. Outside a line, and while something is
 * typed, the numbers do nothing.
 */
export function CallKeys() {
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (!/^[1-5]$/.test(event.key) || event.repeat || !isForPage(event) || !areSingleKeysOn()) return;
      const line = document.activeElement?.closest('[data-call-line]');
      const button = line?.querySelector<HTMLButtonElement>(`[data-call-key="${event.key}"]`);
      if (!button) return;
      event.preventDefault();
      button.click();
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return null;
}
