import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '#lib/domain/assess.ts';
import type { Assessment } from '#lib/domain/assessment.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { HOUR_MS } from '#lib/domain/units.ts';
import { anyCase, STEADY_ZONES, shiftMs } from '#tests/factories/any-case.ts';
import { knownBy } from '#tests/factories/known-by.ts';

describe('the judgement', () => {
  it('holds from its instant until reassessAt', () => {
    fc.assert(
      fc.property(anyCase(), fc.double({ min: 0, max: 1, noNaN: true }), ({ facts, asOf }, share) => {
        const judgement = assess(facts, asOf);
        const { reassessAt } = judgement;
        if (reassessAt !== null) expect(reassessAt).toBeGreaterThan(asOf);
        const end = reassessAt ?? asOf + shiftMs(500);
        const middle = asOf + Math.floor((end - 1 - asOf) * share);
        for (const later of [asOf + 1, middle, asOf + HOUR_MS, asOf + shiftMs(1), end - 1]) {
          if (later >= asOf && later < end) expect(assess(facts, later)).toEqual(judgement);
        }
      }),
      { numRuns: 250 },
    );
  }, 60_000);

  it('moves with its dates where clocks never change', () => {
    fc.assert(
      fc.property(anyCase(STEADY_ZONES), fc.integer({ min: -300, max: 300 }), ({ facts, asOf }, days) => {
        const moved = assess(shifted(facts, days) as CaseFacts, asOf + shiftMs(days));
        expect(withoutKeys(moved)).toEqual(shifted(withoutKeys(assess(facts, asOf)), days));
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('is made on what was known: a fact recorded later changes nothing before', () => {
    fc.assert(
      fc.property(anyCase(), ({ facts, asOf }) => {
        expect({ ...assess(facts, asOf), reassessAt: null }).toEqual({
          ...assess(knownBy(facts, asOf), asOf),
          reassessAt: null,
        });
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});

/** Days and instants, found by their names as everywhere else, moved by whole days. */
function shifted(value: unknown, days: number, name = ''): unknown {
  if (typeof value === 'number') {
    if (name === 'day' || /[a-z]Day$/.test(name)) return value + days;
    return name === 'at' || name === 'until' || /[a-z](At|Until)$/.test(name) ? value + shiftMs(days) : value;
  }
  if (Array.isArray(value)) return value.map((entry) => shifted(entry, days, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, shifted(entry, days, key)]));
}

/** A flag's key names the day on which it began. */
function withoutKeys(assessment: Assessment) {
  return { ...assessment, flags: assessment.flags.map(({ key, ...flag }) => flag) };
}
