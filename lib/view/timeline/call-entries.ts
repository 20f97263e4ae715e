import type { CaseFacts } from '#lib/domain/facts.ts';
import { effectiveReports } from '#lib/domain/turn/effective-reports.ts';
import type { ReportSource, TurnReport } from '#lib/domain/turn/report.ts';
import { counted } from '#lib/view/format-date.ts';
import { slotAddress } from '#lib/view/slot-address.ts';
import { OUTCOME_WORDS } from '#lib/view/turn-words.ts';
import type { TimelineContext, TimelineEntry } from './timeline-entry.ts';

const BROUGHT_BY: Record<Exclude<ReportSource, 'family-page'>, string> = {
  phone: 'Phone call',
  paper: 'Paper sheet copied',
  clinic: 'Turned in the clinic',
  import: 'File imported',
};

/** Calls, sheets and files that brought turns, one entry for what came together. The family's own reports are not calls. */
export function callEntries({ reports, devices }: CaseFacts, { path }: TimelineContext): TimelineEntry[] {
  const batches = new Map<string, TurnReport[]>();
  for (const report of effectiveReports(reports)) {
    if (report.source === 'family-page') continue;
    const key = `${report.source}:${report.recordedAt}`;
    batches.set(key, [...(batches.get(key) ?? []), report]);
  }
  return [...batches].flatMap(([key, batch]): TimelineEntry[] => {
    const [first] = batch;
    if (!first || first.source === 'family-page') return [];
    const deviceIndex = devices.findIndex(({ id }) => id === first.deviceId);
    return [
      {
        key,
        kind: 'call',
        at: first.recordedAt,
        recordedAt: first.recordedAt,
        title: `${BROUGHT_BY[first.source]}: ${counted(batch.length, 'turn')} recorded`,
        detail: outcomeCounts(batch),
        turns: batch,
        href: `${path}/turns?at=${slotAddress({ day: first.day, slot: first.slot, deviceIndex })}`,
      },
    ];
  });
}

/** `3 done, 1 skipped`. */
export function outcomeCounts(reports: readonly Pick<TurnReport, 'outcome'>[]): string {
  const counts = new Map<TurnReport['outcome'], number>();
  for (const { outcome } of reports) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return [...counts].map(([outcome, count]) => `${count} ${OUTCOME_WORDS[outcome]}`).join(', ');
}
