import type { CaseFacts } from '#lib/domain/facts.ts';
import type { Instant } from '#lib/domain/units.ts';
import { courseEventsInOrder } from './phase.ts';

/** A stretch in which nothing is planned: from the end of activation to its resumption; `to` null: still so. */
export type InactiveSpan = { from: Instant; to: Instant | null };

/** When activation was over, by recorded events: its end, the start of consolidation, or removal. */
export function inactiveSpans(
  facts: Pick<CaseFacts, 'events' | 'operations'>,
  reached: (at: Instant) => boolean,
): readonly InactiveSpan[] {
  const spans: InactiveSpan[] = [];
  let from: Instant | null = null;
  for (const event of courseEventsInOrder(facts.events, reached)) {
    if (event.kind === 'activation-resumed') {
      if (from !== null) spans.push({ from, to: event.at });
      from = null;
    } else {
      from ??= event.at;
    }
  }
  for (const operation of facts.operations) {
    if (operation.kind === 'removal' && reached(operation.endedAt))
      from = Math.min(from ?? operation.endedAt, operation.endedAt);
  }
  if (from !== null) spans.push({ from, to: null });
  return spans;
}
