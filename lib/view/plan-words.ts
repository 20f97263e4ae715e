import type { AmendmentKind } from '#lib/domain/protocol/amendment.ts';
import type { RateBand } from '#lib/domain/protocol/validate.ts';
import { readAmount } from '#lib/domain/turn/written-turn.ts';
import { expansionUm, type Thread, type Um } from '#lib/domain/units.ts';
import { formatMm } from './format-amount.ts';
import { readMm } from './read-mm.ts';

/** What is typed of one device's plan, in words. */
export type PlanWords = {
  /** `1.0 mm a day`; null while the amounts say nothing. */
  rate: string | null;
  /** What asks for a surgeon, if anything does. */
  unusual: readonly string[];
};

type PlannedDevice = Thread & { travelUm: Um | null; initialOpeningUm: Um };

/** The rate a day of the amounts as typed, and what about it is outside the clinic's band or past the travel. */
export function planWords(
  amounts: readonly string[],
  target: string,
  device: PlannedDevice,
  band: RateBand,
): PlanWords {
  const read = amounts.map(readAmount);
  const unusual: string[] = [];
  const targetUm = readMm(target);
  if (targetUm !== null && device.travelUm !== null && device.initialOpeningUm + targetUm > device.travelUm) {
    unusual.push(
      `open ${formatMm(device.initialOpeningUm + targetUm)} at the target, past the travel of ${formatMm(device.travelUm)}`,
    );
  }
  const centis = read.flatMap((amount) => (amount.ok ? [amount.value] : []));
  if (read.length === 0 || centis.length < read.length) return { rate: null, unusual };
  const umPerDay = expansionUm(
    centis.reduce((sum, centi) => sum + centi, 0),
    device,
  );
  if (centis.some((centi) => centi < 0)) unusual.unshift('a reversal');
  else if (umPerDay !== 0 && (umPerDay < band.leastUmPerDay || umPerDay > band.mostUmPerDay)) {
    unusual.unshift(`outside the clinic\u2019s band of ${bandWords(band)}`);
  }
  return { rate: centis.every((centi) => centi === 0) ? 'hold' : `${formatMm(umPerDay)} a day`, unusual };
}

/** What a person who writes a version may publish, and what of it waits for a surgeon. */
export function signatureWords(kind: AmendmentKind, band: RateBand, maySign: boolean): string {
  if (maySign)
    return `The clinic\u2019s band for this site is ${bandWords(band)}; what lies outside it is marked, and yours to publish.`;
  const within = `Within the clinic\u2019s band for this site, ${bandWords(band)}, and within the travel your version is in force as written.`;
  const waits = 'waits for a surgeon\u2019s signature.';
  return kind === 'first'
    ? `${within} A faster or slower plan, a reversal or a target past the travel ${waits} A start that is past needs none here: nothing was planned before it.`
    : `${within} A faster or slower plan, a reversal, a target past the travel or a start that is past ${waits}`;
}

/** `0.5 mm to 2.0 mm a day`. */
export function bandWords({ leastUmPerDay, mostUmPerDay }: RateBand): string {
  return `${formatMm(leastUmPerDay)} to ${formatMm(mostUmPerDay)} a day`;
}
