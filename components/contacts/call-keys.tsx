'use client';

import { useEffect } from 'react';
import { areSingleKeysOn, isForPage } from '#components/shell/list-keys.ts';

/**
 * Within a line of the list of calls, the number beside an outcome records it. Outside a line, and while something is
 * typed, the numbers do nothing. Enter in a field of the hold saves the call and the hold.
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
    function enter(event: KeyboardEvent) {
      if (event.key !== 'Enter' || event.isComposing || !(event.target instanceof HTMLInputElement)) return;
      const hold = event.target.closest('[data-call-line] details');
      const save = hold?.querySelector<HTMLButtonElement>('button[type="submit"]');
      if (!save) return;
      event.preventDefault();
      if (!event.repeat) save.click();
    }
    document.addEventListener('keydown', press);
    document.addEventListener('keydown', enter);
    return () => {
      document.removeEventListener('keydown', press);
      document.removeEventListener('keydown', enter);
    };
  }, []);
  return null;
}
