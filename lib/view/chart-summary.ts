import type { Assessment } from '#lib/domain/assessment.ts';
import { causeWords, standingWords } from './deviation-words.ts';
import { formatMm } from './format-amount.ts';

/** The chart in one sentence, for those who do not see it. */
export function chartSummary({ devices, flags }: Assessment): string {
  const each = devices.map((device) => {
    const { label, reportedUm, targetUm, causes } = device;
    const why = causeWords(causes);
    const target = targetUm === null ? '' : ` of ${formatMm(targetUm)}`;
    return `${label} ${formatMm(reportedUm)}${target} reported, ${standingWords(device, flags)}${why === '' ? '' : ` (${why})`}`;
  });
  return `Expansion over time. ${each.join('. ')}. The same data can be shown as a table.`;
}
