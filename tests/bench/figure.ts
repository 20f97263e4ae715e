/** One line of the table. Amounts are ratios, times, sizes or a number a second, as `unit` says. */
export type Figure = {
  name: string;
  value: number;
  unit: '×' | 'ms' | 's' | 'kB' | 'MB' | 'a second';
  /** The most that is allowed; of what is counted a second, the least. */
  must: number;
  aim: number;
  /** What it is made of, in a few words. */
  detail: string;
};

const isKept = ({ value, unit }: Figure, limit: number) =>
  unit === 'a second' ? value >= limit : value <= limit;

export const isMissed = (figure: Figure) => !isKept(figure, figure.must);

const amount = (value: number, unit: Figure['unit']) => {
  const digits = unit === '×' || unit === 'ms' || unit === 's' ? 2 : 0;
  return unit === '×' ? `${value.toFixed(digits)} ×` : `${value.toFixed(digits)} ${unit}`;
};

const verdict = (figure: Figure) => {
  if (isMissed(figure)) return 'MISSED';
  return isKept(figure, figure.aim) ? 'aim reached' : 'must kept';
};

/** A figure as it is shown while others are still measured. */
export const figureWords = ({ name, value, unit, detail }: Figure) =>
  `${name}: ${amount(value, unit)} (${detail})`;

/** The table as Markdown. */
export function figureTable(figures: readonly Figure[]): string {
  const limit = (value: number, unit: Figure['unit']) =>
    `${unit === 'a second' ? '≥' : '≤'} ${unit === '×' ? value : `${value} ${unit}`}`;
  const rows = figures.map((figure) => [
    figure.name,
    amount(figure.value, figure.unit),
    limit(figure.must, figure.unit),
    limit(figure.aim, figure.unit),
    verdict(figure),
    figure.detail,
  ]);
  const heads = ['figure', 'measured', 'must', 'aim', 'result', 'made of'];
  const widths = heads.map((head, index) =>
    Math.max(head.length, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' | ')} |`;
  return [line(heads), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
