import { expect, it } from 'vitest';
import { at, caseOf, FIRST_DAY, versionOf } from '#tests/factories/case-facts.ts';
import { protocolHistory } from './protocol-history.ts';

it('says of a version that was written afterwards which past slots it judges anew, also once it is old', () => {
  const first = versionOf({ kind: 'first' });
  const hold = versionOf({
    version: 2,
    kind: 'hold',
    fromDay: FIRST_DAY + 3,
    fromSlot: 2,
    devices: [{ deviceId: 'left', perSession: [0, 0], targetUm: null }],
    unusual: ['retroactive'],
    recordedAt: at(5, 9),
  });
  const [late, original] = protocolHistory(caseOf({ versions: [first, hold] }), 2, {}, at(60, 9));
  expect(late?.rejudged).toEqual(['08-Mar slot 2, left: 1 \u2192 0', '09-Mar slot 1, left: 1 \u2192 0']);
  expect(original?.rejudged).toEqual([]);
});
