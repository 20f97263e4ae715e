/** A share of a count, with the interval in which the true one may be expected to lie; all from 0 to 1. */
export type Share = { count: number; of: number; share: number; low: number; high: number };

/** The two-sided 95 % point of the normal distribution. */
const Z = 1.959964;

/**
 * A share with its 95 % score interval (Wilson, J Am Stat Assoc 1927;22:209): it keeps within 0 and 1, and says
 * something where nothing was counted. Null where there is nothing to count in.
 */
export function shareOf(count: number, of: number): Share | null {
  if (of <= 0) return null;
  const share = count / of;
  const middle = share + Z ** 2 / (2 * of);
  const half = Z * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  const whole = 1 + Z ** 2 / of;
  const low = count === 0 ? 0 : (middle - half) / whole;
  const high = count === of ? 1 : (middle + half) / whole;
  return { count, of, share, low, high };
}

/**
 * Fewer than this (`<`) are called few: below it a share is not to be relied on (National Center for Health
 * Statistics, Data Presentation Standards for Proportions, Vital Health Stat 2017;2(175)).
 */
const FEW = 30;

export function areFew(of: number): boolean {
  return of < FEW;
}
