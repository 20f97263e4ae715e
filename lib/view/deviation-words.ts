import type { Flag } from '#lib/domain/deviation/flag.ts';
import type { Causes } from '#lib/domain/timeline/course.ts';
import type { Um } from '#lib/domain/units.ts';
import { formatMm } from './format-amount.ts';
import { counted } from './format-date.ts';

/** Reported less planned in words: `1.0 mm behind plan`, `on plan`, `no plan to judge by`. */
function deviationWords(deviationUm: Um | null): string {
  if (deviationUm === null) return 'no plan to judge by';
  if (deviationUm === 0) return 'on plan';
  return `${formatMm(Math.abs(deviationUm))} ${deviationUm < 0 ? 'behind' : 'ahead of'} plan`;
}

/**
 * How a device stands: against its plan by what was reported, and by a reading that contradicts the reports, beside which
 * it is not said to be on plan: `measured 5.5 mm less`.
 */
export function standingWords(
  { deviceId, deviationUm }: { deviceId: string; deviationUm: Um | null },
  flags: readonly Flag[],
): string {
  const contradicted = flags.find(
    (flag) => flag.deviceId === deviceId && flag.evidence.rule === 'measured-against-reported',
  );
  if (contradicted?.evidence.rule !== 'measured-against-reported') return deviationWords(deviationUm);
  const { differenceUm } = contradicted.evidence;
  const measured = `measured ${formatMm(Math.abs(differenceUm))} ${differenceUm < 0 ? 'less' : 'more'}`;
  return deviationUm === 0 ? measured : `${deviationWords(deviationUm)}, ${measured}`;
}

/**
 * What it is made of: `1.0 mm not turned, 0.5 mm not reported, 3 slots reported late`, or of a reversal `1.0 mm not turned
 * back`; empty: nothing is missing.
 */
export function causeWords({ notTurnedUm, notReportedUm, lateSlots }: Causes): string {
  const parts = [
    notTurnedUm !== 0 && `${formatMm(Math.abs(notTurnedUm))} not turned${notTurnedUm < 0 ? ' back' : ''}`,
    notReportedUm !== 0 &&
      `${formatMm(Math.abs(notReportedUm))} ${notReportedUm < 0 ? 'of turning back ' : ''}not reported`,
    lateSlots > 0 && `${counted(lateSlots, 'slot')} reported late`,
  ];
  return parts.filter((part) => part !== false).join(', ');
}
