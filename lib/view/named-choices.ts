import type { Choice } from './intake-words.ts';

/** What a list in a form offers of things with names. */
export function namedChoices(things: readonly { id: string; name: string }[]): readonly Choice[] {
  return things.map(({ id, name }) => ({ value: id, label: name }));
}
