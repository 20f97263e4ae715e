/** So much of a cell is enough to find it by. */
const MOST_CHARACTERS = 40;

/**
 * A cell of a file as it is shown beside what is wrong with it: on one line, shortened, without the signs that cannot be
 * seen or that turn the direction of what follows.
 */
export function quotedCell(cell: string): string {
  const letters = [...cell.replace(/[\p{C}\s]+/gu, ' ').trim()];
  return letters.length > MOST_CHARACTERS
    ? `${letters.slice(0, MOST_CHARACTERS).join('').trimEnd()}…`
    : letters.join('');
}
