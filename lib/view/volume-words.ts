import type { VolumeEstimate } from '#lib/domain/measurement/volume-estimate.ts';
import { formatMl } from './cranial-rows.ts';
import { formatMm } from './format-amount.ts';

/** An estimate in words: what it says, from what, and what it is not. */
export type EstimateWords = { headline: string; from: string; raw: string };

export function estimateWords(estimate: VolumeEstimate | null): EstimateWords | null {
  if (estimate === null) return null;
  const { meanUm, lowUl, highUl, rawUl } = estimate;
  return {
    headline: `About ${formatMl(lowUl)} to ${formatMl(highUl)} gained beyond growth`,
    from: `Estimated from ${formatMm(meanUm)} of mean expansion by two published series of posterior vaults: 5.8 mL/mm (15 patients) and 7.8 mL/mm (4 patients), both growth-corrected. It is not a measurement.`,
    raw: `A scan may show more: the same 15 patients gained 11 mL/mm raw, here ${formatMl(rawUl)}. About half of a raw gain is growth.`,
  };
}
