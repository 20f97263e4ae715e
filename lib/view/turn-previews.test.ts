import { expect, it } from 'vitest';
import { at, caseOf, daysDone, deviceOf, FIRST_DAY, versionOf } from '#tests/factories/case-facts.ts';
import { turnPreviews } from './turn-previews.ts';

const band = { leastUmPerDay: 500, mostUmPerDay: 2000 };
const plans = (left: number, right: number) => [
  { deviceId: 'left', perSession: [left, left], targetUm: 10_000 },
  { deviceId: 'right', perSession: [right, right], targetUm: 10_000 },
];
const first = versionOf({ kind: 'first', devices: plans(100, 100) });
const given = caseOf({
  devices: [deviceOf(), deviceOf({ id: 'right' })],
  versions: [first],
  reports: [...daysDone(1, 4), ...daysDone(1, 4, { deviceId: 'right' })],
});
const doesOf = (ahead: Parameters<typeof versionOf>[0]) => {
  const later = versionOf({ version: 2, fromDay: FIRST_DAY + 8, recordedAt: at(3, 9), ...ahead });
  return turnPreviews({ ...given, versions: [first, later] }, band, at(5, 9)).map(({ does }) =>
    does.replace(/; end of activation.*/, ''),
  );
};

it('says of each choice what becomes of a version that is signed for later', () => {
  expect(turnPreviews(given, band, at(5, 9))[0]?.does).toMatch(
    /^from \S+, slot 2, as version 2; end of activation at plan: /,
  );
  const holds = 'from 09-Mar, slot 2, as version 3; v2 of 13-Mar is carried on with it, as version 4';
  expect(doesOf({ devices: plans(100, 200) })).toEqual([holds, holds, holds, holds]);
  // Three sessions a day: amounts for two of them cannot be brought into it.
  const thrice = plans(100, 100).map((plan) => ({ ...plan, perSession: [70, 70, 60] }));
  const slower = doesOf({ sessions: [480, 840, 1200], devices: thrice }).at(-1);
  expect(slower).toBe('from 09-Mar, slot 2, as version 3; v2 of 13-Mar does not begin');
});
