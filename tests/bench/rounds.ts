/** What is measured against what: each call does it once, with a number that never comes again in the run. */
export type Comparison = {
  subject: (call: number) => Promise<unknown>;
  limit: (call: number) => Promise<unknown>;
  rounds: number;
  callsPerRound: number;
  warmUp: number;
};

export type Compared = { subjectMs: number; limitMs: number; ratio: number };

/** The middle one, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The value that a share of the values, from 0 to 1, does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** How long a call takes, in milliseconds. */
export async function timed(call: () => unknown): Promise<number> {
  const startedAt = performance.now();
  await call();
  return performance.now() - startedAt;
}

/**
 * Calls subject and limit in turn. Each round has the ratio of its own two medians, so that what else the machine
 * does at that time falls on both; the answer is the median of the rounds.
 */
export async function compare(comparison: Comparison): Promise<Compared> {
  const { subject, limit, rounds, callsPerRound, warmUp } = comparison;
  let call = 0;
  const pair = async () => {
    call += 1;
    return [await timed(() => subject(call)), await timed(() => limit(call))] as const;
  };
  for (let index = 0; index < warmUp; index++) await pair();
  const found: Compared[] = [];
  for (let round = 0; round < rounds; round++) {
    const pairs: (readonly [number, number])[] = [];
    for (let index = 0; index < callsPerRound; index++) pairs.push(await pair());
    const subjectMs = median(pairs.map(([ms]) => ms));
    const limitMs = median(pairs.map(([, ms]) => ms));
    found.push({ subjectMs, limitMs, ratio: subjectMs / limitMs });
  }
  return {
    subjectMs: median(found.map(({ subjectMs }) => subjectMs)),
    limitMs: median(found.map(({ limitMs }) => limitMs)),
    ratio: median(found.map(({ ratio }) => ratio)),
  };
}
