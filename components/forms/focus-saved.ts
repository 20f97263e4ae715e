let endLast: (() => void) | undefined;

/**
 * Once what was sent from `origin` is saved, puts the focus on the message that says so; where there is none and the
 * form is gone, on the heading of the part that it stood in, of the part that the address names, or of the page. It
 * follows the page as it changes, takes the focus from nothing that somebody turned to, and ends at the next press.
 * @param ledOn Whether saving leads to an address: what stands there then says so, even in the words that stood there.
 */
export function focusSaved(origin: Element, ledOn: boolean): void {
  endLast?.();
  const known = new Map(messages().map((message) => [message, message.textContent]));
  const part = origin.closest('section');
  let given: Element | null = null;

  function move() {
    const active = document.activeElement;
    if (active && active !== document.body && active !== given && !origin.contains(active)) return;
    const said = messages();
    const message =
      said.find((one) => known.get(one) !== one.textContent) ??
      (ledOn && !origin.isConnected ? said[0] : undefined);
    const target = message ?? (origin.isConnected ? null : headingOf(part));
    if (!target || target === given) return;
    given = target;
    target.tabIndex = -1;
    target.focus();
  }
  const observer = new MutationObserver(move);
  function end() {
    observer.disconnect();
    document.removeEventListener('keydown', press, true);
    document.removeEventListener('pointerdown', press, true);
  }
  function press() {
    if (given) end();
  }
  observer.observe(document.body, { childList: true, subtree: true });
  document.addEventListener('keydown', press, true);
  document.addEventListener('pointerdown', press, true);
  endLast = end;
}

/** What pages and forms say after something was done. */
function messages(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('main [role="status"][tabindex]')];
}

function headingOf(part: Element | null): HTMLElement | null {
  const place = part?.isConnected ? part : document.getElementById(location.hash.slice(1));
  if (!place) return document.querySelector('main h1');
  return place.querySelector<HTMLElement>('h2, h3') ?? (place instanceof HTMLElement ? place : null);
}
