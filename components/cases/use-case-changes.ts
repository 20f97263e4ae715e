'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { WorklistCounts } from '#lib/view/worklist-filters.ts';
import type { WorklistRow } from '#lib/view/worklist-row.ts';

/** The ids of the cases that changed, or that more did than are named; for a page of the worklist what it shows of them. */
export type CaseNews = {
  caseIds: readonly string[] | 'many';
  worklist?: { rows: readonly WorklistRow[]; counts: WorklistCounts };
};

const AGAIN_MS = 5_000;
const AGAIN_AT_MOST_MS = 60_000;
/** A line that is back this soon was not worth a word. */
const WORTH_SAYING_MS = 3_000;

/**
 * Hears of every change of a case of the clinic from `seen` on, the place of the page in the order of changes. What
 * happened while the line was broken, or while nobody saw the page, is told of afterwards. `lines` are the cases of which
 * the page shows lines of the worklist; null: it shows none. Returns whether the line is broken now.
 */
export function useCaseChanges(
  seen: string,
  lines: readonly string[] | null,
  onChange: (news: CaseNews) => void,
): boolean {
  const place = useRef(seen);
  const [isBroken, setBroken] = useState(false);
  const hear = useEffectEvent(onChange);

  useEffect(() => {
    place.current = seen;
  }, [seen]);

  useEffect(() => {
    let source: EventSource | null = null;
    let again: number | undefined;
    let saying: number | undefined;
    let againMs = AGAIN_MS;
    function close() {
      window.clearTimeout(again);
      window.clearTimeout(saying);
      saying = undefined;
      source?.close();
      source = null;
    }
    function open() {
      close();
      // A page that nobody sees keeps none of the few connections that a browser has.
      if (document.hidden) return;
      const shown = lines ? `&lines=${lines.join(',')}` : '';
      const opened = new EventSource(`/api/case-changes?since=${place.current}${shown}`);
      source = opened;
      opened.onmessage = ({ data, lastEventId }: MessageEvent<string>) => {
        window.clearTimeout(saying);
        saying = undefined;
        againMs = AGAIN_MS;
        setBroken(false);
        place.current = lastEventId;
        const news = JSON.parse(data) as CaseNews;
        if (news.caseIds.length > 0) hear(news);
      };
      opened.onerror = () => {
        saying ??= window.setTimeout(() => setBroken(true), WORTH_SAYING_MS);
        // The browser tries again by itself after a cut, but not after an answer that says no.
        if (opened.readyState !== EventSource.CLOSED) return;
        again = window.setTimeout(open, againMs);
        againMs = Math.min(2 * againMs, AGAIN_AT_MOST_MS);
      };
    }
    open();
    document.addEventListener('visibilitychange', open);
    return () => {
      document.removeEventListener('visibilitychange', open);
      close();
    };
  }, [lines]);

  return isBroken;
}
