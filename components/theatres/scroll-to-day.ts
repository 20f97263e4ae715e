/** The region that the board scrolls in. */
export const BOARD_ID = 'theatre-board';

/** Brings a day to the top of the region that the board scrolls in, below its head, and leaves the page where it is. */
export function scrollToDay(region: HTMLElement | null, selector: string): void {
  const day = region?.querySelector<HTMLElement>(selector);
  if (!region || !day) return;
  const below = Number.parseFloat(getComputedStyle(day).scrollMarginTop) || 0;
  const distance = day.getBoundingClientRect().top - region.getBoundingClientRect().top;
  region.scrollTop += distance - below;
}
