/** How often each value was found: as much as quantiles need, however many cases there are. */
export type Distribution = readonly { value: number; count: number }[];

export type Quartiles = { n: number; lower: number; median: number; upper: number };

/**
 * Median and quartiles: the smallest value that at least that share does not exceed, and the mean of it and the next
 * where the share falls between two (Hyndman and Fan, Am Stat 1996;50:361, definition 2). Null of nothing.
 */
export function quartilesOf(distribution: Distribution): Quartiles | null {
  const sorted = distribution.filter(({ count }) => count > 0).sort((a, b) => a.value - b.value);
  const n = sorted.reduce((sum, { count }) => sum + count, 0);
  if (n === 0) return null;
  // Quarters of n as whole numbers: no rounding decides on which side a case falls.
  const at = (quarters: number) => {
    let before = 0;
    for (const [index, { value, count }] of sorted.entries()) {
      before += count;
      if (4 * before === quarters * n) return (value + (sorted[index + 1]?.value ?? value)) / 2;
      if (4 * before > quarters * n) return value;
    }
    return sorted.at(-1)?.value ?? 0;
  };
  return { n, lower: at(1), median: at(2), upper: at(3) };
}
