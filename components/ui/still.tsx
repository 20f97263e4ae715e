'use client';

import { useRef } from 'react';
import { keepPart, partOf } from './sent-parts.ts';

type StillProps = {
  className: string;
  /** What it says; left out where `page` and `at` say which part of the document it is. */
  html?: string | undefined;
  page?: string | undefined;
  at?: number | undefined;
};

/**
 * Finished HTML. A part of the document is on the page already when React comes to it in the browser, so it is not
 * sent again but left as it is; it is replaced when something else is to be shown in its place.
 */
export function Still({ className, html, page = '', at = 0 }: StillProps) {
  const shown = useRef<string | null>(null);
  const next = html === undefined ? sentPart(page, at) : html;
  if (shown.current === null || !isSameMarkup(shown.current, next)) shown.current = next;
  return (
    <div
      className={className}
      data-static=""
      data-part={html === undefined ? `${page}.${at}` : undefined}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: made by staticMarkup, which escapes every text and attribute
      dangerouslySetInnerHTML={{ __html: shown.current }}
    />
  );
}

function sentPart(page: string, at: number): string {
  const part = partOf(page, at);
  if (part !== undefined || typeof document === 'undefined') return part ?? '';
  const html = document.querySelector(`[data-part="${page}.${at}"]`)?.innerHTML ?? '';
  keepPart(page, at, html);
  return html;
}

/** Whether it is the same for a reader: a browser writes the HTML that it shows in other signs than the server. */
function isSameMarkup(shown: string, next: string): boolean {
  if (shown === next) return true;
  if (typeof document === 'undefined') return false;
  const template = document.createElement('template');
  template.innerHTML = next;
  return template.innerHTML === shown;
}
