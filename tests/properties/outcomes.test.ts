import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { outcomeOf } from '#lib/domain/outcome/case-outcome.ts';
import { anyCase } from '#tests/factories/any-case.ts';

const turnedOver = (facts: CaseFacts): CaseFacts => ({
  ...facts,
  operations: facts.operations.toReversed(),
  devices: facts.devices.toReversed(),
  versions: facts.versions.toReversed(),
  events: facts.events.toReversed(),
  reports: facts.reports.toReversed(),
  measurements: facts.measurements.toReversed(),
});

it('is the same in whatever order the facts come, and no part of it exceeds its whole', () => {
  fc.assert(
    fc.property(anyCase(), ({ facts }) => {
      const outcome = outcomeOf(facts);
      expect(outcomeOf(turnedOver(facts))).toEqual(outcome);
      const { activation } = outcome;
      if (!activation) return;
      const { slotsDue, slotsDone, slotsUnknown, plannedUm, achievedUm } = activation;
      expect(slotsDone + slotsUnknown).toBeLessThanOrEqual(slotsDue);
      expect(plannedUm === null).toBe(achievedUm === null);
    }),
    { numRuns: 150 },
  );
}, 60_000);
