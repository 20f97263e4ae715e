'use client';

import { useEffect, useState } from 'react';
import { type Instant, MINUTE_MS } from '#lib/domain/units.ts';

const LOOK_MS = 5_000;

/** The time by the clock of the server, minute by minute, on a page that was made at `madeAt`. */
export function useNow(madeAt: Instant): Instant {
  const [gone, setGone] = useState({ since: madeAt, minutes: 0 });
  useEffect(() => {
    const openedAt = Date.now();
    const timer = window.setInterval(() => {
      const minutes = Math.max(0, Math.floor((Date.now() - openedAt) / MINUTE_MS));
      setGone((before) =>
        before.since === madeAt && before.minutes === minutes ? before : { since: madeAt, minutes },
      );
    }, LOOK_MS);
    return () => window.clearInterval(timer);
  }, [madeAt]);
  return madeAt + (gone.since === madeAt ? gone.minutes : 0) * MINUTE_MS;
}
