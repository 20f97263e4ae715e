import { TOLERANCES } from '#components/protocols/tolerance-fields.tsx';
import type { BandRow } from '#lib/view/clinic-settings.ts';

/** Control of the settings → its label with its unit, for the summary of errors and the comparison of two versions. */
export function settingLabels(bands: readonly BandRow[]): Record<string, string> {
  const labels: Record<string, string> = {
    phone: 'Number of the clinic',
    latencyDays: 'Latency, days',
    sessions: 'Times of the sessions',
    minIntervalMin: 'Shortest time between two turns, hours',
    contactDays: 'Longest time without contact, days',
    consolidationKind: 'Consolidation',
    consolidationValue: 'Consolidation, value',
    overdueRemovalDays: 'Removal overdue, days',
    cosignHours: 'A version waits for its signature, hours',
    retroactiveHours: 'A version may begin before it is written, hours',
    missedTurnEn: 'After a missed turn, in English',
    missedTurnEs: 'After a missed turn, in Spanish',
  };
  for (const { name, label, unit } of TOLERANCES) labels[name] = `${label}, ${unit}`;
  for (const { site, label } of bands) {
    labels[`band.${site}.least`] = `${label}, from, mm a day`;
    labels[`band.${site}.most`] = `${label}, to, mm a day`;
  }
  return labels;
}
