'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { currentAddress } from '#components/ui/current-address.ts';

/**
 * Follows `SoftLink` and the links of what stands still (`Static`) without loading the whole page
 * anew, as `next/link` does, and marks where they led.
 */
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
      router.push(link.pathname + link.search + link.hash, { scroll: link.dataset.scroll !== 'keep' });
    }
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, [router]);
  const path = usePathname();
  useEffect(() => markCurrent(path), [path]);
  return null;
}

/** Marks in each bar the link that the page at `path` belongs to: the bars stay while the page under them changes. */
function markCurrent(path: string): void {
  for (const bar of document.querySelectorAll('[data-bar]')) {
    const links = [...bar.querySelectorAll('a')];
    const current = currentAddress(
      links.map(({ pathname }) => pathname),
      path,
    );
    for (const link of links) {
      if (link.pathname === current) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
  }
}
