import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '#lib/domain/assess.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { expansionUm, type Instant } from '#lib/domain/units.ts';
import { assessmentJson } from '#lib/interop/assessment-json.ts';
import { anyCase } from '#tests/factories/any-case.ts';
import { measurementOf, reportOf } from '#tests/factories/case-facts.ts';

describe('reports', () => {
  it('add up to their signed sum, corrected and retracted ones left out', () => {
    fc.assert(
      fc.property(anyCase(), ({ facts, asOf }) => {
        for (const progress of assess(facts, asOf).devices) {
          const device = facts.devices.find(({ id }) => id === progress.deviceId);
          const centi = standing(facts, asOf)
            .filter(({ deviceId }) => deviceId === progress.deviceId)
            .reduce((sum, { actuationsCenti }) => sum + (actuationsCenti ?? 0), 0);
          expect(progress.reportedCenti).toBe(centi);
          expect(progress.reportedUm).toBe(device && expansionUm(centi, device));
        }
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it('give the same judgement in whatever order facts arrive', () => {
    fc.assert(
      fc.property(
        anyCase(),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        ({ facts, asOf }, random) => {
          const mixed = <T>(list: readonly T[]) =>
            list
              .map((entry) => ({ entry, rank: random.next().value }))
              .sort((a, b) => a.rank - b.rank)
              .map(({ entry }) => entry);
          const shuffled = Object.fromEntries(
            Object.entries(facts).map(([name, list]) => [name, Array.isArray(list) ? mixed(list) : list]),
          ) as CaseFacts;
          expect(assess(shuffled, asOf)).toEqual(assess(facts, asOf));
        },
      ),
      { numRuns: 200 },
    );
  }, 60_000);

  it('and measurements, whatever they say, never make it throw, nor are they changed', () => {
    const anInstant = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2035, 0, 1) });
    const aText = fc.option(fc.string(), { nil: null });
    const odd = fc.record({
      day: fc.integer({ min: 10_957, max: 47_481 }),
      slot: fc.integer({ min: 1, max: 24 }),
      actuationsCenti: fc.option(fc.integer({ min: -100_000, max: 100_000 }), { nil: null }),
      outcome: fc.constantFrom(
        'done' as const,
        'skipped' as const,
        'not-sure' as const,
        'wrong-way' as const,
        'extra' as const,
      ),
      doneAt: fc.option(anInstant, { nil: null }),
      recordedAt: anInstant,
      note: aText,
      correctsId: fc.option(fc.constantFrom('r0', 'odd', 'odder', 'nobody'), { nil: null }),
      retracted: fc.boolean(),
    });
    const reading = fc.record({
      takenAt: anInstant,
      valueUm: fc.integer({ min: -1_000_000, max: 1_000_000 }),
      uncertaintyUm: fc.option(fc.integer({ min: 0, max: 1_000_000 }), { nil: null }),
      kind: fc.constantFrom('device-gap' as const, 'bone-gap' as const, 'head-circumference' as const),
      note: aText,
    });
    fc.assert(
      fc.property(
        anyCase(),
        odd,
        odd,
        reading,
        anInstant,
        ({ facts, asOf }, one, another, { takenAt, valueUm, ...rest }, later) => {
          const deviceId = facts.devices[0]?.id ?? 'a';
          const measured = measurementOf(
            takenAt,
            valueUm,
            rest.kind === 'head-circumference' ? { ...rest, deviceId: null } : { ...rest, deviceId },
          );
          const reports = [
            ...facts.reports,
            reportOf(1, 1, { ...one, deviceId, id: 'odd' }),
            reportOf(1, 1, { ...another, deviceId, id: 'odder' }),
          ];
          const frozen = deepFreeze({ ...facts, reports, measurements: [...facts.measurements, measured] });
          for (const at of [asOf, later]) JSON.stringify(assessmentJson(assess(frozen, at), facts.zone, at));
        },
      ),
      { numRuns: 100 },
    );
  }, 60_000);
});

function standing({ reports }: CaseFacts, asOf: Instant) {
  const known = reports.filter(({ recordedAt }) => recordedAt <= asOf);
  return known.filter(
    ({ id, retracted }) => !retracted && !known.some(({ correctsId }) => correctsId === id),
  );
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const entry of Object.values(value)) deepFreeze(entry);
  }
  return value;
}
