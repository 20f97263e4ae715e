'use client';

import type { MouseEvent } from 'react';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { BOARD_ID, scrollToDay } from './scroll-to-day.ts';

/** Leads to the days in which today is; where they are in sight already, to today on the board. */
export function TodayLink({ href, day }: { href: string; day: string }) {
  function show(event: MouseEvent) {
    const region = document.getElementById(BOARD_ID);
    if (event.metaKey || event.ctrlKey || !region?.querySelector(`[data-day="${day}"]`)) return;
    event.preventDefault();
    scrollToDay(region, `[data-day="${day}"]`);
  }
  return (
    <ButtonLink href={href} onClick={show}>
      Today
    </ButtonLink>
  );
}
