'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Follows `SoftLink` and the links of what stands still (`Static`) without loading the whole page anew, as `next/link` does. */
export function SoftLinks() {
  const router = useRouter();
  useEffect(() => {
    function follow(event: MouseEvent) {
      if (event.defaultPrevented || event.button !== 0) return;
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const link = (event.target as Element).closest<HTMLAnchorElement>(
        'a[data-soft], [data-static] a[href]',
      );
      if (!link || link.origin !== location.origin || link.target !== '' || link.download !== '') return;
      event.preventDefault();
      router.push(link.pathname + link.search + link.hash);
    }
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, [router]);
  return null;
}
