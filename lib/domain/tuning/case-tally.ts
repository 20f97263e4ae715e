import type { CaseFacts, FlagDecision } from '#lib/domain/facts.ts';
import { HOUR_MS, type Instant } from '#lib/domain/units.ts';
import { type Raised, raisedFlags } from './replayed-flags.ts';
import type { RuleTally, Tally } from './tally.ts';
import { type Tuning, tunedFacts } from './tuned-facts.ts';

const DAY_MS = 24 * HOUR_MS;
/** How far back it is counted, and how far back another default is tried. */
const TALLY_DAYS = 90;
const TRIAL_DAYS = 30;

type Span = { openedAt: Instant; closedAt: Instant | null; now: Instant };

/** From when a case of the last 90 days counts: who was closed before is left out. */
export function tallySince(now: Instant): Instant {
  return now - TALLY_DAYS * DAY_MS;
}

/**
 * What the rules found in one case while it was open, in the last 90 days; and in the last 30 under the other defaults,
 * each flag as it was raised then. It can be put down in between, as `raisedFlags` can.
 */
export function* caseTally(
  facts: CaseFacts,
  { openedAt, closedAt, now, tuning, other }: Span & { tuning: Tuning; other: Tuning },
): Generator<undefined, Tally> {
  const since = Math.max(openedAt, tallySince(now));
  const trialSince = Math.max(openedAt, now - TRIAL_DAYS * DAY_MS);
  const until = closedAt ?? now;
  const raised = yield* raisedFlags(facts, since, until);
  const triedOut = yield* raisedFlags(tunedFacts(facts, tuning, other), trialSince, until);
  const decided = facts.decisions.filter(({ recordedAt }) => recordedAt > since && recordedAt <= until);
  return tallyOf({
    raised: countRules(raised),
    acknowledged: countDecided(decided, ['acknowledged', 'snoozed']),
    acted: countDecided(decided, ['resolved']),
    recent: countRules(raised.filter(({ at }) => at > trialSince)),
    tried: countRules(triedOut),
  });
}

type RuleCounts = Record<string, number>;

function countRules(raised: readonly Raised[]): RuleCounts {
  const counts: RuleCounts = {};
  for (const { rule } of raised) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}

function tallyOf(counts: Record<keyof RuleTally, RuleCounts>): Tally {
  const rules = new Set(Object.values(counts).flatMap((count) => Object.keys(count)));
  const numberOf = (count: RuleCounts, rule: string) => count[rule] ?? 0;
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
): RuleCounts {
  const keys = new Set(decisions.filter(({ kind }) => kinds.includes(kind)).map(({ flagKey }) => flagKey));
  const counts: RuleCounts = {};
  for (const key of keys) {
    const rule = key.split('|')[0] ?? '';
    counts[rule] = (counts[rule] ?? 0) + 1;
  }
  return counts;
}
