import { expect, it } from 'vitest';
import { assess } from '#lib/domain/assess.ts';
import { at, caseOf } from '#tests/factories/case-facts.ts';

it('leads nowhere without a protocol, and does not call that a hold', () => {
  const none = { kind: 'not-assessable', reason: 'no-protocol' };
  const { forecast } = assess(caseOf({ versions: [] }), at(1, 9));
  expect(forecast).toMatchObject({
    devices: [{ targetAtPlan: none, targetAtPace: none, travelEnds: none }],
    activationEndsAtPlan: none,
  });
});
