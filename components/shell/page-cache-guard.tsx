'use client';

import { useEffect } from 'react';

/**
 * A page taken from the browser's back/forward cache may belong to somebody who has signed out since:
 * it is blanked and asked for again.
 */
export function PageCacheGuard() {
  useEffect(() => {
    function check(event: PageTransitionEvent) {
      if (!event.persisted) return;
      document.documentElement.hidden = true;
      location.reload();
    }
    addEventListener('pageshow', check);
    return () => removeEventListener('pageshow', check);
  }, []);
  return null;
}
