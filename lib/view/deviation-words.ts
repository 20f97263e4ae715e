import type { Um } from '#lib/domain/units.ts';
import { formatMm } from './format-amount.ts';

/** Reported less planned in words: `1.0 mm behind plan`, `on plan`, `no plan to judge by`. */
export function deviationWords(deviationUm: Um | null): string {
  if (deviationUm === null) return 'no plan to judge by';
  if (deviationUm === 0) return 'on plan';
  return `${formatMm(Math.abs(deviationUm))} ${deviationUm < 0 ? 'behind' : 'ahead of'} plan`;
}
