/**
 * Remembers what has the focus. What comes back gives it to the element in the same place of the new page, where the old
 * one is gone: a line whose place another takes is exchanged.
 */
export function keepFocus(): () => void {
  const active = document.activeElement;
  const href = active?.getAttribute('href');
  const id = active?.id;
  return () => {
    if (!active || active.isConnected) return;
    const again = id
      ? document.getElementById(id)
      : href && document.querySelector<HTMLElement>(`main a[href="${CSS.escape(href)}"]`);
    if (again) again.focus({ preventScroll: true });
  };
}
