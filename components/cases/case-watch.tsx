'use client';

import { type ComponentType, useEffect, useState } from 'react';

/** Which case is watched, and up to where the page knows of changes, in their order and by the clock. */
export type CaseWatchProps = { caseId: string; seen: string; loadedAt: number };

/** Brings what others do to the page of a case. Its script is fetched once the page can be read. */
export function CaseWatch(props: CaseWatchProps) {
  const [News, setNews] = useState<ComponentType<CaseWatchProps> | null>(null);
  useEffect(() => {
    void import('./case-news.tsx').then(
      (module) => setNews(() => module.default),
      () => undefined,
    );
  }, []);
  return News ? <News {...props} /> : null;
}
