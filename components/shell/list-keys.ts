/** Where this browser remembers that single keys are switched off (WCAG 2.1.4). */
export const SINGLE_KEYS = 'turnwise-single-keys';

/** Whether single keys may do something. */
export function areSingleKeysOn(): boolean {
  return localStorage.getItem(SINGLE_KEYS) !== 'off';
}

/** Whether a key is meant for the page: not text, not a combination, not for a control or an open dialog. */
export function isForPage(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (document.querySelector('dialog[open]')) return false;
  const target = event.target instanceof HTMLElement ? event.target : null;
  return (
    !target?.isContentEditable && !target?.closest('input, textarea, select, [role="menu"], [role="grid"]')
  );
}

/** Moves the focus by one among the `data-list-item` elements of the page; stops at both ends. */
export function moveInList(step: 1 | -1): void {
  const items = [...document.querySelectorAll<HTMLElement>('[data-list] [data-list-item]')];
  const here = items.findIndex((item) => item.contains(document.activeElement));
  const next = items[here === -1 ? 0 : Math.min(items.length - 1, Math.max(0, here + step))];
  if (!next) return;
  const target = next.matches('a, button') ? next : next.querySelector<HTMLElement>('a, button');
  target?.focus();
  next.scrollIntoView({ block: 'nearest' });
}

/** Leads to the search that is in sight: phones and wide screens have it in different places. */
export function focusSearch(): boolean {
  const search = [...document.querySelectorAll<HTMLInputElement>('[data-shortcut="search"]')].find(
    (input) => input.offsetParent !== null,
  );
  search?.focus();
  search?.select();
  return search !== undefined;
}
