import type { CaseFacts } from '#lib/domain/facts.ts';
import type { Instant } from '#lib/domain/units.ts';
import { hardwareOutAt } from './hardware-out.ts';
import { courseEventsInOrder } from './phase.ts';

/** A stretch in which nothing is planned: from the end of activation to its resumption; `to` null: still so. */
export type InactiveSpan = { from: Instant; to: Instant | null };

/**
 * When activation was over, by recorded events: its end, else the start of consolidation, or the removal of all hardware.
 * Consolidation begins with a day: turns of that day's morning were still asked for when the visit that ended activation
 * came later.
 */
export function inactiveSpans(
  facts: Pick<CaseFacts, 'events' | 'operations' | 'devices'>,
  reached: (at: Instant) => boolean,
): readonly InactiveSpan[] {
  const spans: InactiveSpan[] = [];
  let from: Instant | null = null;
  let isEnded = false;
  for (const event of courseEventsInOrder(facts.events, reached)) {
    if (event.kind === 'activation-resumed') {
      if (from !== null) spans.push({ from, to: event.at });
      from = null;
      isEnded = false;
    } else {
      if (event.kind === 'activation-ended' && !isEnded) from = event.at;
      isEnded ||= event.kind !== 'consolidation-started';
      from ??= event.at;
    }
  }
  const outAt = hardwareOutAt(facts, reached);
  if (outAt !== null) from = Math.min(from ?? outAt, outAt);
  if (from !== null) spans.push({ from, to: null });
  return spans;
}
