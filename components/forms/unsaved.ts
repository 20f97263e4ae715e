/** What stood in each form when somebody came to it. */
const before = new WeakMap<HTMLFormElement, string>();
/** Forms in which something was entered since. */
const entered = new Set<HTMLFormElement>();

const QUESTION = 'What you typed here is not saved. Leave it, and lose what you typed?';

/** Follows what is entered in the forms marked with `data-typed`, until what is returned is called. */
export function watchTyping(): () => void {
  const meet = (event: Event) => {
    const form = formOf(event);
    if (form && !entered.has(form)) before.set(form, wordsIn(form));
  };
  const enter = (event: Event) => {
    const form = formOf(event);
    if (form) entered.add(form);
  };
  const forget = (event: Event) => {
    const form = formOf(event);
    if (form) entered.delete(form);
  };
  const kinds = [
    ['focusin', meet],
    ['pointerdown', meet],
    ['input', enter],
    ['reset', forget],
  ] as const;
  for (const [kind, hear] of kinds) document.addEventListener(kind, hear, true);
  return () => {
    for (const [kind, hear] of kinds) document.removeEventListener(kind, hear, true);
  };
}

/** What the form holds is on record now. */
export function markSaved(form: HTMLFormElement): void {
  entered.delete(form);
  before.set(form, wordsIn(form));
}

/** Whether a form of the page holds what was typed and not saved. `sent` is on its way and does not count. */
export function hasUnsaved(sent?: EventTarget | null): boolean {
  for (const form of entered) if (!form.isConnected) entered.delete(form);
  return [...entered].some((form) => form !== sent && isUnsaved(form));
}

/** Whether a form holds what was typed and not saved. */
export function isUnsaved(form: HTMLFormElement): boolean {
  return entered.has(form) && wordsIn(form) !== before.get(form);
}

const WRITTEN_IN = 'input:not([type=hidden], [type=submit], [type=button]), textarea, select';

/** Whether somebody is filling in a form of the page: it holds what is not saved, or a field of it has the focus. */
export function isTyping(): boolean {
  const active = document.activeElement;
  return hasUnsaved() || Boolean(active?.matches(WRITTEN_IN) && active.closest('main form'));
}

/** Asks, where something would be lost, whether to leave. */
export function mayLeave(sent?: EventTarget | null): boolean {
  if (!hasUnsaved(sent)) return true;
  if (!window.confirm(QUESTION)) return false;
  entered.clear();
  return true;
}

function formOf({ target }: Event): HTMLFormElement | null {
  return target instanceof Element ? target.closest<HTMLFormElement>('form[data-typed]') : null;
}

/** All that can be entered in a form: what the page itself puts into it in secret does not count. */
function wordsIn(form: HTMLFormElement): string {
  const words: string[] = [];
  for (const field of form.elements) {
    if (field instanceof HTMLSelectElement || field instanceof HTMLTextAreaElement) words.push(field.value);
    if (!(field instanceof HTMLInputElement) || field.type === 'hidden') continue;
    words.push(field.type === 'radio' || field.type === 'checkbox' ? String(field.checked) : field.value);
  }
  return JSON.stringify(words);
}
