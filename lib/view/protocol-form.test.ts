import { expect, it } from 'vitest';
import { isoDay } from '#lib/domain/case-day.ts';
import { FIRST_DEFAULTS } from '#lib/domain/protocol/clinic-defaults.ts';
import { draftPlans } from '#lib/domain/protocol/draft-plans.ts';
import { at, caseOf, FIRST_DAY, versionOf } from '#tests/factories/case-facts.ts';
import { amendmentBases } from './amendment-base.ts';
import { protocolDraft } from './protocol-form.ts';

const first = versionOf({ devices: [{ deviceId: 'left', perSession: [100, 50], targetUm: 20_000 }] });
const hold = {
  ...first,
  version: 2,
  kind: 'hold' as const,
  fromDay: FIRST_DAY + 2,
  devices: draftPlans([first], first, 'hold', null),
};
const facts = caseOf({ versions: [first, hold] });

it.each([
  ['in the morning, after its turn', at(5, 9), FIRST_DAY + 4, '2'],
  ['in the evening, after its turn', at(5, 21), FIRST_DAY + 5, '1'],
  ['before the first turn of the day', at(5, 7), FIRST_DAY + 4, '1'],
])('goes on %s with the session whose time comes next, each with its own amount', (_, now, day, slot) => {
  const [base = null] = amendmentBases(facts, 'resume', now);
  const draft = protocolDraft(facts, FIRST_DEFAULTS, { kind: 'resume', deviceId: null, base });
  expect(draft.values).toMatchObject({ fromDay: isoDay(day), fromSlot: slot });
  expect(draft.times.slice(0, 2)).toEqual(['08:00', '20:00']);
  expect(draft.devices[0]?.amounts.slice(0, 2)).toEqual(['1', '0.5']);
});
