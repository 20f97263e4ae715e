import { versionInForce } from '#lib/domain/plan/planned-slots.ts';
import type { AmendmentKind } from '#lib/domain/protocol/amendment.ts';
import { baseVersion } from '#lib/domain/protocol/base-version.ts';
import { FIRST_DEFAULTS } from '#lib/domain/protocol/clinic-defaults.ts';
import { judgeVersion, withVersion } from '#lib/domain/protocol/judge-version.ts';
import type { ProtocolVersion } from '#lib/domain/protocol/version.ts';
import { caseOf, daysDone, deviceOf, FIRST_DAY, versionOf } from './case-facts.ts';

/** Left and right, each a turn morning and evening; from the ninth day on the right turns twice as much. */
export const plans = (left: number[], right: number[], targetUm: number | null = 20_000) => [
  { deviceId: 'left', perSession: left, targetUm },
  { deviceId: 'right', perSession: right, targetUm },
];
export const NOW = versionOf().recordedAt + 6 * 86_400_000;
export const first = versionOf({ kind: 'first', devices: plans([100, 100], [100, 100]) });
export const ahead = versionOf({
  version: 2,
  fromDay: FIRST_DAY + 8,
  devices: plans([100, 100], [200, 200]),
  unusual: ['outside-band'],
  recordedAt: NOW - 3_600_000,
});
export const facts = caseOf({
  devices: [deviceOf(), deviceOf({ id: 'right' })],
  versions: [first, ahead],
  reports: [...daysDone(1, 3), ...daysDone(1, 3, { deviceId: 'right' })],
});

export const START = { fromDay: FIRST_DAY + 4, fromSlot: 1 };

/** The case with an amendment written from the fifth day on, unless it says another, and the judgement of it. */
export function amended(kind: AmendmentKind, said: Partial<ProtocolVersion>, given = facts) {
  const base = baseVersion(given.versions, { ...START, ...said });
  const version = Math.max(...given.versions.map((one) => one.version)) + 1;
  const written = {
    ...(base ?? first),
    ...START,
    kind,
    version,
    authorId: 'nurse',
    recordedAt: NOW,
    ...said,
  };
  const judged = judgeVersion(given, { ...written, unusual: [], carries: null }, FIRST_DEFAULTS, true);
  if (judged.kind === 'impossible') throw new Error(JSON.stringify(judged.problems));
  return { judged, facts: withVersion(given, judged) };
}

/** What each device is turned in each session of a day, by its number from 0. */
export const amountsOn = ({ versions }: Pick<typeof facts, 'versions'>, day: number) => {
  const version = versionInForce(versions, FIRST_DAY + day, 1);
  return Object.fromEntries(version?.devices.map(({ deviceId, perSession }) => [deviceId, perSession]) ?? []);
};
