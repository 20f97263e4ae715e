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
  expect(late?.rejudged).toEqual({
    summary: '2 past slots from 08-Mar, 1 device',
    lines: ['08-Mar slot 2, left: 1 \u2192 0', '09-Mar slot 1, left: 1 \u2192 0'],
  });
  expect(original?.rejudged).toBeNull();
});

it('goes on showing a version that ran out without a signature, and that it never held', () => {
  const first = versionOf({ kind: 'first' });
  const fast = versionOf({ version: 2, fromDay: FIRST_DAY + 6, recordedAt: at(5, 9), cosignBy: at(7, 9) });
  const facts = caseOf({ versions: [first], proposals: [{ version: fast, review: null }] });
  const standing = (now: number) => protocolHistory(facts, 1, {}, now)[0]?.standing;
  expect(standing(at(7, 8))).toEqual({
    kind: 'waiting',
    words: 'waits for a surgeon until 11-Mar-2026 09:00; not in force',
  });
  expect(standing(at(7, 9))).toEqual({
    kind: 'void',
    words: 'expired 11-Mar-2026 09:00 without a signature; never in force',
  });
  expect(standing(at(90, 9))?.kind).toBe('void');
});
