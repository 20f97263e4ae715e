import type { Site } from '#lib/domain/facts.ts';
import type { Um } from '#lib/domain/units.ts';

/**
 * Growth-corrected gain of intracranial volume for each millimetre of a posterior vault, in µL: 5.8 mL/mm (15 patients,
 * 142 cm³ at 24.8 mm) and 7.8 mL/mm (4 patients). The raw gain of the same 15 patients was 274 cm³, 11.0 mL/mm
 * (clinical.md §7).
 */
const CORRECTED_UL_PER_MM = { low: 5800, high: 7800 };
const RAW_UL_PER_MM = 11_000;

/** An estimate, in µL: what published series would lead one to expect, not a measurement. */
export type VolumeEstimate = { meanUm: Um; lowUl: number; highUl: number; rawUl: number };

/**
 * The volume that the mean expansion of the devices may have gained; null where no source gives a figure: another
 * site, no device, or no expansion.
 */
export function volumeEstimate(site: Site, expansionsUm: readonly Um[]): VolumeEstimate | null {
  if (site !== 'posterior-cranial-vault' || expansionsUm.length === 0) return null;
  const meanUm = Math.round(expansionsUm.reduce((sum, um) => sum + um, 0) / expansionsUm.length);
  if (meanUm <= 0) return null;
  const volume = (ulPerMm: number) => Math.round((meanUm * ulPerMm) / 1000);
  return {
    meanUm,
    lowUl: volume(CORRECTED_UL_PER_MM.low),
    highUl: volume(CORRECTED_UL_PER_MM.high),
    rawUl: volume(RAW_UL_PER_MM),
  };
}

/** Intracranial volume at one year in µL (Abbott 2000): the only age for which a norm was found (clinical.md §7). */
const AT_ONE_YEAR = {
  male: { meanUl: 1_125_600, sdUl: 89_600 },
  female: { meanUl: 1_024_900, sdUl: 84_000 },
};

/** Hundredths of a standard deviation from the norm; null at any other age than one year, or for another sex. */
export function icvZHundredths(valueUl: number, sex: string, ageMonths: number): number | null {
  if (ageMonths !== 12 || (sex !== 'male' && sex !== 'female')) return null;
  const { meanUl, sdUl } = AT_ONE_YEAR[sex];
  return Math.round(((valueUl - meanUl) * 100) / sdUl);
}
