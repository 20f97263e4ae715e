import type { Choice } from './intake-words.ts';

const FIRST = ['en', 'es'];
const OTHERS = 'ar bn de fa fr hi ht it ja ko ne pa pl pt ro ru so sw ta tl tr uk ur vi zh'.split(' ');
const names = new Intl.DisplayNames('en', { type: 'language' });

/** `Spanish` for `es`. */
export function languageWords(tag: string): string {
  return tag === 'und' ? 'Another language' : (names.of(tag) ?? tag);
}

/** Languages of families: the two of the family page first, the rest by name, then any other; `known` is always among them. */
export function languageChoices(known: string | null = null): Choice[] {
  const rest = new Set(OTHERS);
  if (known !== null && known !== 'und' && !FIRST.includes(known)) rest.add(known);
  const choice = (value: string) => ({ value, label: languageWords(value) });
  const byName = [...rest].map(choice).sort((a, b) => (a.label < b.label ? -1 : 1));
  return [...FIRST.map(choice), ...byName, choice('und')];
}
