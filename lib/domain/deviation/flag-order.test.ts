import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '#lib/domain/assess.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import {
  at,
  caseOf,
  complicationOf,
  daysDone,
  decisionOf,
  measurementOf,
  reportOf,
  versionOf,
} from '#tests/factories/case-facts.ts';
import { levelRank } from './flag.ts';
import { urgencyOf } from './flag-order.ts';

const NOW = at(5, 21);
const flagsOf = (given: Partial<CaseFacts>) =>
  assess(caseOf({ reports: daysDone(1, 5), ...given }), NOW).flags.filter(({ level }) => level === 'act-now');
const rulesOf = (given: Partial<CaseFacts>) => flagsOf(given).map(({ evidence }) => evidence.rule);

const untold = { versions: [versionOf({ toldAt: null })] };
const short = { measurements: [measurementOf(at(5, 12), 1000, { uncertaintyUm: 500, method: 'ct' })] };
const wrongWay = {
  reports: [
    ...daysDone(1, 4),
    reportOf(5, 1, { outcome: 'wrong-way', actuationsCenti: -100 }),
    reportOf(5, 2),
  ],
};
const exposed = { complications: [complicationOf(at(5, 12))] };

describe('worstFirst', () => {
  it('names what was found of the child, then of its devices, before a form that is not filled in', () => {
    expect(rulesOf({ ...untold, ...short })).toEqual(['measured-against-reported', 'family-not-told']);
    expect(rulesOf({ ...untold, ...wrongWay, ...exposed })).toEqual([
      'open-complication',
      'wrong-way',
      'family-not-told',
    ]);
  });

  it('puts a case of which something was found above one whose record lacks something, however old that is', () => {
    const worst = (given: Partial<CaseFacts>) => urgencyOf(flagsOf(given)[0]);
    expect(worst(exposed)).toBeGreaterThan(worst(wrongWay));
    expect(worst(wrongWay)).toBeGreaterThan(worst(untold));
    expect(worst(short)).toBeGreaterThan(worst(untold));
    expect(worst(untold)).toBeGreaterThan(worst({}));
  });

  it('never lets what a flag is about count for more than its level, nor its level for more than a decision', () => {
    const flags = flagsOf({ ...untold, ...wrongWay, ...exposed });
    const any = fc.record({
      flag: fc.constantFrom(...flags),
      level: fc.constantFrom('act-now' as const, 'look-today' as const, 'information' as const),
      isDecided: fc.boolean(),
    });
    fc.assert(
      fc.property(any, any, (one, other) => {
        const [a, b] = [one, other].map(({ flag, level, isDecided }) => {
          const { id: _, ...acknowledged } = decisionOf(flag, NOW);
          return urgencyOf({
            ...flag,
            level,
            acknowledged: isDecided ? { ...acknowledged, kind: 'acknowledged' } : null,
          });
        }) as [number, number];
        if (one.isDecided !== other.isDecided) expect(a > b).toBe(other.isDecided);
        else if (one.level !== other.level) expect(a > b).toBe(levelRank(one.level) > levelRank(other.level));
        expect(Math.min(a, b)).toBeGreaterThan(0);
      }),
      { numRuns: 100 },
    );
  });
});
