import 'server-only';

/** A text as searches compare it: lower case, without accents. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The words under which the worklist finds a case, each after one space. */
export function searchText(words: readonly string[]): string {
  return ` ${[...new Set(words.flatMap((word) => fold(word).split(/\s+/)))].filter(Boolean).join(' ')}`;
}

/** A LIKE pattern for each word that was typed: a case is found when every one begins one of its words. */
export function searchPatterns(typed: string): string[] {
  const words = fold(typed).split(/\s+/).filter(Boolean).slice(0, 8);
  return words.map((word) => `% ${word.slice(0, 60).replace(/[\\%_]/g, '\\$&')}%`);
}
