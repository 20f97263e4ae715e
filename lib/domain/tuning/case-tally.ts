import type { CaseFacts, FlagDecision } from '#lib/domain/facts.ts';
import { HOUR_MS, type Instant } from '#lib/domain/units.ts';
import { countRaised, type RuleCounts } from './replayed-flags.ts';
import type { RuleTally, Tally } from './tally.ts';
import { type Tuning, tunedFacts } from './tuned-facts.ts';

const DAY_MS = 24 * HOUR_MS;
/** How far back it is counted, and how far back another default is tried. */
const TALLY_DAYS = 90;
const TRIAL_DAYS = 30;

/** What the rules found in one case, judged once a day at the time of day of `now`, from the day it was opened. */
export function caseTally(
  facts: CaseFacts,
  { openedAt, now, tuning, other }: { openedAt: Instant; now: Instant; tuning: Tuning; other: Tuning },
): Tally {
  const days = daysBack(TALLY_DAYS, openedAt, now);
  const recentDays = daysBack(TRIAL_DAYS, openedAt, now);
  const since = now - TALLY_DAYS * DAY_MS;
  const decided = facts.decisions.filter(({ recordedAt }) => recordedAt > since && recordedAt <= now);
  return tallyOf({
    raised: countRaised(facts, days),
    acknowledged: countDecided(decided, ['acknowledged', 'snoozed']),
    acted: countDecided(decided, ['resolved']),
    recent: countRaised(facts, recentDays),
    tried: countRaised(tunedFacts(facts, tuning, other), recentDays),
  });
}

function tallyOf(counts: Record<keyof RuleTally, RuleCounts | Record<string, number>>): Tally {
  const rules = new Set(Object.values(counts).flatMap((count) => Object.keys(count)));
  const numberOf = (count: Record<string, number | undefined>, rule: string) => count[rule] ?? 0;
  return Object.fromEntries(
    [...rules].map((rule) => [
      rule,
      {
        raised: numberOf(counts.raised, rule),
        acknowledged: numberOf(counts.acknowledged, rule),
        acted: numberOf(counts.acted, rule),
        recent: numberOf(counts.recent, rule),
        tried: numberOf(counts.tried, rule),
      },
    ]),
  );
}

/** Episodes that were decided on in one of these ways, by rule; one decided on twice counts once. */
function countDecided(
  decisions: readonly FlagDecision[],
  kinds: readonly FlagDecision['kind'][],
): Record<string, number> {
  const keys = new Set(decisions.filter(({ kind }) => kinds.includes(kind)).map(({ flagKey }) => flagKey));
  const counts: Record<string, number> = {};
  for (const key of keys) {
    const rule = key.split('|')[0] ?? '';
    counts[rule] = (counts[rule] ?? 0) + 1;
  }
  return counts;
}

function daysBack(days: number, openedAt: Instant, now: Instant): Instant[] {
  return Array.from({ length: days }, (_, index) => now - (days - 1 - index) * DAY_MS).filter(
    (at) => at >= openedAt,
  );
}
