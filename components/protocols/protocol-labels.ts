import type { DraftDevice } from '#lib/view/protocol-form.ts';
import { TOLERANCES } from './tolerance-fields.tsx';

/** Control of the form → its label, for the summary of errors and the comparison of two versions. */
export function protocolLabels(devices: readonly DraftDevice[], rows: number): Record<string, string> {
  const labels: Record<string, string> = {
    fromDay: 'Starts on',
    fromSlot: 'Starts with slot',
    lastDay: 'Last day',
    stopVisitDay: 'Until the visit on',
    latencyDays: 'Latency',
    sessions: 'Sessions',
    consolidation: 'Consolidation',
    consolidationKind: 'Consolidation',
    consolidationValue: 'Consolidation, value',
    missedTurnEn: 'After a missed turn, in English',
    missedTurnEs: 'After a missed turn, in Spanish',
    minIntervalMin: 'Shortest time between two turns',
    contactDays: 'Longest time without contact',
    kind: 'Amendment',
    reasonCode: 'Reason',
    reason: 'In words',
    toldAtDay: 'Family told, day',
    toldAtTime: 'Family told, time',
  };
  for (const { name, label } of TOLERANCES) labels[name] = label;
  for (let row = 1; row <= rows; row++) labels[`time.${row}`] = `Session ${row}, time`;
  for (const { id, label } of devices) {
    labels[`amount.${id}`] = `${label}, each session`;
    labels[`target.${id}`] = `${label}, stops at`;
    for (let row = 1; row <= rows; row++) labels[`amount.${id}.${row}`] = `Session ${row}, ${label}`;
  }
  return labels;
}
