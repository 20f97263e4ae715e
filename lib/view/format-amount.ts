import type { Centi, Um } from '#lib/domain/units.ts';

const MINUS = '\u2212';
const NBSP = '\u00a0';
const FRACTIONS: Record<number, string> = {
  25: '\u00bc',
  33: '1/3',
  34: '1/3',
  50: '\u00bd',
  66: '2/3',
  67: '2/3',
  75: '\u00be',
};

/**
 * Millimetres without the unit: `12.5`, `0.25`, `−1.0`. One decimal where it says everything, else two;
 * `decimals` fixes their number for a column.
 */
export function mm(um: Um, decimals?: 1 | 2): string {
  const places = decimals ?? (um % 100 === 0 ? 1 : 2);
  const text = (Math.abs(um) / 1000).toFixed(places);
  return um < 0 && Number(text) !== 0 ? MINUS + text : text;
}

/** `12.5 mm`, with a space that does not break. */
export function formatMm(um: Um, decimals?: 1 | 2): string {
  return `${mm(um, decimals)}${NBSP}mm`;
}

/** `+0.5 mm`, `−1.0 mm`, `0.0 mm`. */
export function formatSignedMm(um: Um, decimals?: 1 | 2): string {
  const text = formatMm(um, decimals);
  return um > 0 && Number.parseFloat(text) !== 0 ? `+${text}` : text;
}

/** Actuations as people say them: `1`, `½`, `1/3`, `1 2/3`, `−1`, else decimals: `1.2`. */
export function formatActuations(centi: Centi): string {
  const amount = Math.abs(centi);
  const whole = Math.floor(amount / 100);
  const part = amount % 100;
  const sign = centi < 0 ? MINUS : '';
  if (part === 0) return `${sign}${whole}`;
  const fraction = FRACTIONS[part];
  if (fraction === undefined) return `${sign}${(amount / 100).toFixed(2).replace(/0$/, '')}`;
  if (whole === 0) return sign + fraction;
  return `${sign}${whole}${fraction.includes('/') ? ' ' : ''}${fraction}`;
}

/** `½ actuation`, `2 actuations`. */
export function formatActuationCount(centi: Centi): string {
  return `${formatActuations(centi)} actuation${Math.abs(centi) > 100 || centi === 0 ? 's' : ''}`;
}
