import { describe, expect, it } from 'vitest';
import type { ProtocolVersion } from '#lib/domain/protocol/version.ts';
import { deviceOf, FIRST_DAY, versionOf } from '#tests/factories/case-facts.ts';
import { versionDifference } from './version-difference.ts';

const devices = [deviceOf({ label: 'Left' })];
const turned = (perSession: readonly number[], targetUm: number | null = 20_000) => [
  { deviceId: 'left', perSession, targetUm },
];
const before = versionOf({ devices: turned([100, 100]) });
const held = versionOf({ devices: turned([0, 0]) });
const said = (from: ProtocolVersion, to: Partial<ProtocolVersion>) =>
  versionDifference(from, { ...from, ...to }, devices).map((line) => line.replaceAll('\u00a0', ' '));

describe('the difference between two versions', () => {
  it.each<[string, ProtocolVersion, Partial<ProtocolVersion>, string[]]>([
    ['nothing', before, { reason: 'another' }, []],
    [
      'sessions and amounts',
      before,
      { sessions: [480, 840, 1200], devices: turned([100, 50, 100]) },
      [
        '2 \u2192 3 sessions a day: 08:00, 20:00 \u2192 08:00, 14:00, 20:00',
        'Left: 1.0 mm a day (1 + 1) \u2192 1.25 mm a day (1 + \u00bd + 1)',
      ],
    ],
    ['a hold', before, { devices: turned([0, 0]) }, ['Left: held; was 1.0 mm a day (1 + 1)']],
    ['a resumption', held, { devices: turned([100, 0]) }, ['Left: turned again, 0.5 mm a day (1 + 0)']],
    [
      'a reversal to an amount',
      before,
      { devices: turned([-100, 0], 2000) },
      [
        'Left: 1.0 mm a day (1 + 1) \u2192 \u22120.5 mm a day (\u22121 + 0)',
        'Left: stops at 20.0 mm \u2192 2.0 mm',
      ],
    ],
    [
      'the stop rule',
      before,
      { lastDay: FIRST_DAY + 9, stopVisitDay: FIRST_DAY + 7 },
      ['Last day: none \u2192 14-Mar-2026', 'Until the visit on: none \u2192 12-Mar-2026'],
    ],
    ['a device that is left out', before, { devices: [] }, ['Left: no longer planned']],
    [
      'rules for the family and the clinic',
      before,
      {
        contactDays: 3,
        consolidation: { kind: 'imaging-decides' },
        tolerances: { ...before.tolerances, missedSlots: 4 },
      },
      [
        'Consolidation: 56 days \u2192 imaging decides',
        'Longest time without contact: 7 days \u2192 3 days',
        'Missed sessions in a row: 2 \u2192 4',
      ],
    ],
  ])('says %s', (_name, from, to, lines) => {
    expect(said(from, to)).toEqual(lines);
  });
});

it('tells a device that was taken out from the one of the same label in its place', () => {
  const [out, instead] = [deviceOf({ label: 'Left', removedAt: 1 }), deviceOf({ id: 'new', label: 'left' })];
  const after = { ...before, devices: [{ deviceId: 'new', perSession: [100, 100], targetUm: null }] };
  expect(versionDifference(before, after, [out, instead])).toEqual([
    'Left (taken out): no longer planned',
    expect.stringMatching(/^left: newly planned/),
  ]);
});
