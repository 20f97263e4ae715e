'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState, useTransition } from 'react';
import { isTyping } from '#components/forms/unsaved.ts';
import { Button } from '#components/ui/button.tsx';
import type { CaseWatchProps } from './case-watch.tsx';
import { fetchNews } from './fetch-news.ts';
import { keepFocus } from './keep-focus.ts';
import { useCaseChanges } from './use-case-changes.ts';

type News = { words: readonly string[]; isShown: boolean };

/**
 * What others do to the case shows on the page as it happens, each thing in its place, and one line says who did what.
 * While something is being typed the page stays as it is and the line alone says so.
 */
export default function CaseNews({ caseId, seen, loadedAt }: CaseWatchProps) {
  const router = useRouter();
  const [news, setNews] = useState<News | null>(null);
  const [isPending, startTransition] = useTransition();
  const restore = useRef<() => void>(undefined);
  const since = useRef(loadedAt);

  function show() {
    restore.current = keepFocus();
    startTransition(() => router.refresh());
  }
  useEffect(() => {
    if (!isPending) restore.current?.();
  }, [isPending]);

  async function hear() {
    const told = await fetchNews(caseId, since.current);
    if (told) since.current = told.at;
    const words = told?.words ?? [];
    const isShown = !isTyping();
    if (isShown) show();
    if (words.length > 0) setNews({ words, isShown });
  }
  const isBroken = useCaseChanges(seen, null, ({ caseIds }) => {
    if (caseIds === 'many' || caseIds.includes(caseId)) void hear();
  });

  return (
    <div
      data-print="hide"
      role="status"
      className="sticky bottom-0 z-20 grid divide-y divide-line bg-surface text-sm"
    >
      {isBroken ? (
        <p className="px-2 py-1.5">
          The line to the server is broken; what others record shows here when it is back.
        </p>
      ) : null}
      {news ? (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 px-2 py-1.5">
          <span>{news.words.join('; ')}, just now.</span>
          {news.isShown ? null : (
            <>
              <span>What you type stays as it is.</span>
              <a
                href={`/cases/${caseId}`}
                target="_blank"
                rel="noreferrer"
                className="font-medium text-accent underline"
              >
                Look in a new tab
              </a>
            </>
          )}
          <Button size="sm" variant="quiet" onClick={() => setNews(null)}>
            Close
          </Button>
        </p>
      ) : null}
    </div>
  );
}
