'use client';

import { setNonce } from 'get-nonce';

if (typeof document !== 'undefined') {
  const script = document.querySelector<HTMLScriptElement>('script[nonce]');
  if (script?.nonce) setNonce(script.nonce);
}

/**
 * Lets open dialogs and menus lock the page's scrolling: the style element that Radix adds for it carries the
 * nonce of the document, without which the content security policy refuses it.
 */
export function StyleNonce() {
  return null;
}
