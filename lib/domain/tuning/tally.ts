/** Of one rule: raised, acknowledged and settled in 90 days; raised in the last 30, and under the other defaults. */
export type RuleTally = {
  raised: number;
  acknowledged: number;
  acted: number;
  recent: number;
  tried: number;
};
export type Tally = Readonly<Record<string, RuleTally>>;

/** The sum of two tallies. */
export function addTally(one: Tally, other: Tally): Tally {
  const sum: Record<string, RuleTally> = { ...one };
  for (const [rule, tally] of Object.entries(other)) {
    const so = sum[rule] ?? NOTHING;
    sum[rule] = {
      raised: so.raised + tally.raised,
      acknowledged: so.acknowledged + tally.acknowledged,
      acted: so.acted + tally.acted,
      recent: so.recent + tally.recent,
      tried: so.tried + tally.tried,
    };
  }
  return sum;
}

const NOTHING: RuleTally = { raised: 0, acknowledged: 0, acted: 0, recent: 0, tried: 0 };
