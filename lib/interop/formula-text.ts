const OPERAND = String.raw`\$?[A-Za-z]{0,3}\$?\d+(?:[.,]\d+)?%?`;
const ARITHMETIC = new RegExp(String.raw`^[-+\s]*${OPERAND}(?:\s*[-+*/^&:]+\s*${OPERAND})+$`);
const CELL = /^[-+\s]*\$?[A-Za-z]{1,3}\$?\d+$/;
const SUM_WITHIN = /\d\s*[+*^&]\s*\d|\d[+*^&]\w/;
const CALL = /[(|]|!\S/;

/**
 * Whether a spreadsheet would run a text that stands in a cell: it begins with `=` or `@`, with a tab or a line break, or with
 * a sign before a call, another program, a cell or a sum. A sign before a number or words is how people write:
 * `- baby cried`, `+41 44 000 00 00`. Full-width signs count as the plain ones, as they do there.
 */
export function isFormulaText(text: string): boolean {
  const plain = text.normalize('NFKC').trim();
  if (/^[\t\r\n]/.test(text) || /^[=@]/.test(plain)) return true;
  if (!/^[-+]/.test(plain)) return false;
  return [CALL, SUM_WITHIN, ARITHMETIC, CELL].some((run) => run.test(plain));
}
