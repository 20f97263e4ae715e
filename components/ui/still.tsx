'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { keepPart, keptPart, takePart } from './sent-parts.ts';
import { updateMarkup } from './update-markup.ts';

type StillProps = {
  className: string;
  /** What it says; left out where `page` and `at` say which part of the document it is. */
  html?: string | undefined;
  page?: string | undefined;
  at?: number | undefined;
};

/**
 * Finished HTML. A part of the document is on the page already when React comes to it in the browser, so it is not
 * sent again but left as it is. When it says something else later, only that is changed.
 */
export function Still({ className, html, page = '', at = 0 }: StillProps) {
  const element = useRef<HTMLDivElement>(null);
  const wanted = html ?? sentPart(page, at);
  const first = useRef(wanted);
  const shown = useRef(wanted);
  useLayoutEffect(() => {
    if (element.current === null || wanted === null || wanted === shown.current) return;
    shown.current = wanted;
    updateMarkup(element.current, wanted);
  }, [wanted]);
  return (
    <>
      <div
        ref={element}
        className={className}
        data-static=""
        data-part={html === undefined ? `${page}.${at}` : undefined}
        suppressHydrationWarning
        // biome-ignore lint/security/noDangerouslySetInnerHtml: made by staticMarkup, which escapes every text and attribute
        dangerouslySetInnerHTML={{ __html: first.current ?? '' }}
      />
      {wanted === null && <AskForParts />}
    </>
  );
}

/** The part that came with the document; null when it did not come, as where the server could not finish the page. */
function sentPart(page: string, at: number): string | null {
  if (typeof document === 'undefined') return takePart(page, at) ?? null;
  const kept = keptPart(page, at);
  if (kept !== undefined) return kept;
  const html = document.querySelector(`[data-part="${page}.${at}"]`)?.innerHTML;
  if (html === undefined) return null;
  keepPart(page, at, html);
  return html;
}

let isAsked = false;

/** Asks for the page once more: what is not a document brings its parts along. */
function AskForParts() {
  const router = useRouter();
  useEffect(() => {
    if (isAsked) return;
    isAsked = true;
    router.refresh();
  }, [router]);
  return null;
}
