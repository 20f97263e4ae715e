import { describe, expect, it } from 'vitest';
import { assess } from '#lib/domain/assess.ts';
import type { CaseFacts, FlagDecision } from '#lib/domain/facts.ts';
import { FIRST_DEFAULTS } from '#lib/domain/protocol/clinic-defaults.ts';
import { at, caseOf, daysDone, FIRST_DAY, reportOf, versionOf } from '#tests/factories/case-facts.ts';
import { caseTally, tallySince } from './case-tally.ts';
import { addTally } from './tally.ts';
import { type Tuning, tunedFacts } from './tuned-facts.ts';

const tuning: Tuning = FIRST_DEFAULTS;
const withTolerances = (change: Partial<Tuning['tolerances']>): Tuning => ({
  ...tuning,
  tolerances: { ...tuning.tolerances, ...change },
});
/** Counted in one go. */
const tallyOf = (...given: Parameters<typeof caseTally>) => {
  const counting = caseTally(...given);
  for (;;) {
    const step = counting.next();
    if (step.done) return step.value;
  }
};
const tallyAt = (facts: CaseFacts, day: number, other = tuning) =>
  tallyOf(facts, { openedAt: at(-3, 0), closedAt: null, now: at(day, 12), tuning, other });

/** Done on days 1 to 3 and 8 to 10, silent for four days in between. */
const gap = [...daysDone(1, 3), ...daysDone(8, 10)];

const decision = (flagKey: string, given: Partial<FlagDecision>): FlagDecision => ({
  id: `${flagKey}${given.kind}`,
  flagKey,
  kind: 'acknowledged',
  level: 'look-today',
  extent: 1,
  until: null,
  action: null,
  assigneeId: null,
  note: 'seen',
  byId: 'p',
  recordedAt: at(6, 9),
  ...given,
});

describe('caseTally', () => {
  it('counts a flag that stands for days once, and once more when it comes again', () => {
    const once = tallyAt(caseOf({ reports: gap }), 10);
    expect([once['missed-slots']?.raised, once.silence?.raised]).toEqual([1, 1]);
    const twice = tallyAt(caseOf({ reports: [...gap, reportOf(15, 1)] }), 15);
    expect(twice.silence?.raised).toBe(2);
  });

  it('counts what was acknowledged and what led to an action by episode, in the 90 days alone', () => {
    const decisions = [
      decision('silence|||20520#1', {}),
      decision('silence|||20520#1', { kind: 'snoozed', id: 'again', until: at(7, 9) }),
      decision('silence|||20520#1', { kind: 'resolved', action: 'call-made' }),
      decision('behind-plan||left|20000#1', { recordedAt: at(-95, 9) }),
    ];
    const tally = tallyAt(caseOf({ reports: gap, decisions }), 10);
    expect(tally.silence).toMatchObject({ acknowledged: 1, acted: 1 });
    expect(tally['behind-plan']?.acknowledged ?? 0).toBe(0);
  });

  it('tries another default on the last 30 days: a wider tolerance is silent, a narrower one speaks', () => {
    const facts = caseOf({ reports: gap });
    const same = tallyAt(facts, 10);
    for (const { recent, tried } of Object.values(same)) expect(tried).toBe(recent);
    const wide = tallyAt(facts, 10, withTolerances({ silenceMin: 8 * 1440, missedSlots: 100 }));
    expect([wide.silence?.tried, wide.silence?.recent]).toEqual([0, 1]);
    const oneMissed = caseOf({
      reports: daysDone(1, 10).filter(({ day, slot }) => day !== FIRST_DAY + 4 || slot === 1),
    });
    const narrow = tallyAt(oneMissed, 10, withTolerances({ behindUm: 500 }));
    expect([narrow['behind-plan']?.tried, narrow['behind-plan']?.recent]).toEqual([1, 0]);
  });

  it('can be put down after each instant at which the judgement of the case changed', () => {
    const facts = caseOf({ reports: gap });
    const span = { openedAt: at(-3, 0), closedAt: null, now: at(10, 12), tuning, other: tuning };
    const steps = [...caseTally(facts, span)].length;
    // Once over the whole time and once over the last 30 days, on each of which a slot or its grace ends.
    expect(steps).toBeGreaterThan(2 * 2 * 10);
  });

  it('leaves a protocol that has a figure of its own alone', () => {
    const own = { ...tuning.tolerances, silenceMin: 3 * 1440 };
    const facts = caseOf({
      versions: [versionOf(), versionOf({ version: 2, fromDay: FIRST_DAY + 1, tolerances: own })],
    });
    const tuned = tunedFacts(facts, tuning, withTolerances({ silenceMin: 60, behindUm: 2000 }));
    expect(tuned.versions.map(({ tolerances }) => [tolerances.silenceMin, tolerances.behindUm])).toEqual([
      [60, 2000],
      [3 * 1440, 2000],
    ]);
  });

  it('judges no day before the case was opened', () => {
    const facts = caseOf({ reports: daysDone(1, 10) });
    const now = at(10, 12);
    const span = { openedAt: now + 1, closedAt: null, now };
    expect(tallyOf(facts, { ...span, tuning, other: tuning })).toEqual({});
  });

  it('counts a case that is closed for as long as it was open', () => {
    const facts = caseOf({ reports: gap });
    const span = { openedAt: at(-3, 0), now: at(30, 12), tuning, other: tuning };
    expect(tallyOf(facts, { ...span, closedAt: at(5, 12) }).silence?.raised).toBe(1);
    expect(tallyOf(facts, { ...span, closedAt: at(4, 12) }).silence).toBeUndefined();
  });

  it('counts what came and went within an hour, and nothing that stood before the time it counts', () => {
    const late = reportOf(4, 2, { doneAt: at(5, 1), recordedAt: at(5, 1) });
    const facts = caseOf({ reports: [...daysDone(1, 3), late, ...daysDone(5, 10)] });
    expect(tallyAt(facts, 6)['behind-plan']?.raised).toBe(1);
    const standing = caseOf({ reports: daysDone(1, 3) });
    const now = at(6 + 90, 12);
    const since = { openedAt: at(-3, 0), closedAt: null, now, tuning, other: tuning };
    const stood = assess(standing, tallySince(now)).flags.map(({ evidence }) => evidence.rule);
    expect(stood).toContain('silence');
    expect(tallyOf(standing, since).silence?.raised ?? 0).toBe(0);
  });
});

describe('addTally', () => {
  it('adds rule by rule', () => {
    const one = { raised: 1, acknowledged: 0, acted: 0, recent: 1, tried: 2 };
    expect(addTally({ silence: one }, { silence: one, asymmetry: one })).toEqual({
      silence: { raised: 2, acknowledged: 0, acted: 0, recent: 2, tried: 4 },
      asymmetry: one,
    });
  });
});
