'use client';

import { useEffect } from 'react';
import { hasUnsaved, mayLeave, watchTyping } from '#components/forms/unsaved.ts';

/**
 * Asks before what was typed and not saved is left: by a link, a search, another clinic, signing out, a step back, or
 * by closing the page.
 */
export function UnsavedGuard() {
  useEffect(() => {
    const ends = new AbortController();
    const { signal } = ends;
    // Before anything that follows the link or sends the form hears of it.
    const first = { signal, capture: true };
    addEventListener('click', (event) => leadsAway(event) && ask(event), first);
    addEventListener('submit', (event) => sendsAway(event) && ask(event, event.target), first);
    addEventListener('beforeunload', (event) => hasUnsaved() && event.preventDefault(), { signal });
    window.navigation?.addEventListener(
      'navigate',
      (event) => event.navigationType === 'traverse' && event.cancelable && ask(event),
      { signal },
    );
    signal.addEventListener('abort', watchTyping());
    return () => ends.abort();
  }, []);
  return null;
}

function ask(event: Event, sent?: EventTarget | null): void {
  if (mayLeave(sent)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Whether a click follows a link to another page here, in this tab. A number to call or a file leads nowhere. */
function leadsAway(event: MouseEvent): boolean {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return false;
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
  if (!link || link.origin !== location.origin || link.target !== '' || link.download !== '') return false;
  return link.pathname + link.search !== location.pathname + location.search;
}

/** Whether a form leads to another page: those of the bar do, and those buttons that say so. */
function sendsAway({ target, submitter }: SubmitEvent): boolean {
  if (submitter?.dataset.leads !== undefined) return true;
  return target instanceof Element && target.closest('main') === null;
}
