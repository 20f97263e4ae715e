import { expect, it } from 'vitest';
import { assess } from '#lib/domain/assess.ts';
import { BENCH_AS_OF, benchCase } from '#tests/factories/bench-case.ts';

it('measures on a case of 2 devices × 75 days × 2 slots, on plan and not yet at its target', () => {
  const facts = benchCase();
  expect(
    [facts.devices, facts.reports, facts.measurements, facts.versions].map(({ length }) => length),
  ).toEqual([2, 300, 6, 3]);
  const { flags, devices, versionInForce } = assess(facts, BENCH_AS_OF);
  expect({ flags, versionInForce }).toEqual({ flags: [], versionInForce: 3 });
  expect(devices).toMatchObject([
    { reportedUm: 37_500, deviationUm: 0 },
    { reportedUm: 37_500, deviationUm: 0 },
  ]);
});
