import { exposed } from '#seed/complications-told.ts';
import { CROUZON, MUENKE, vaultCondition } from '#seed/conditions.ts';
import { skipped } from '#seed/family-reports.ts';
import { randomOf } from '#seed/random.ts';
import type { Story } from '#seed/story.ts';
import { EACH, type Setting, tell } from './tell.ts';

/** Cases that somebody has to look at this morning, and the ends of the course that a clinic always has. */
export function thisMorning(setting: Setting): Story[] {
  return [
    planned(setting),
    // operated, devices in place, no protocol yet
    tell(setting, {
      mrn: 'NM-480125',
      surgeon: 1,
      n: 1,
      prescription: { latencyDays: 2, condition: CROUZON },
      change: () => ({ versions: [], readings: [] }),
    }),
    // one device
    tell(setting, {
      mrn: 'NM-480123',
      n: 11,
      habit: { kind: 'weekly', minute: 9 * 60 + 40, source: 'paper' },
      prescription: { devices: 1, condition: vaultCondition(randomOf('one device')) },
      change: () => ({ readings: [] }),
    }),
    // nothing heard for three days
    tell(setting, {
      mrn: 'NM-480126',
      surgeon: 2,
      n: 13,
      says: ({ ago }, usual) => (ago <= 3 ? [] : [usual]),
      change: (_, { today }) => ({
        contacts: [
          {
            made: { day: today - 1, minute: 9 * 60 + 45 },
            outcome: 'no-answer',
            note: 'No answer on either number, message left.',
          },
        ],
        decisions: [
          {
            decided: { day: today - 1, minute: 9 * 60 + 50 },
            rule: 'silence',
            untilDay: today + 1,
            note: 'No answer on either number, message left. Try again tomorrow.',
          },
        ],
      }),
    }),
    // turned the wrong way
    tell(setting, {
      mrn: 'NM-480127',
      n: 7,
      prescription: { condition: MUENKE },
      says: ({ ago, slot, device, centi }, usual) =>
        ago === 1 && slot === 2 && device === 1
          ? [
              {
                ...usual,
                outcome: 'wrong-way',
                centi: -centi,
                by: 'grandmother',
                heardAfterMin: 35,
                note: 'Turned against the arrow, seen when the father checked.',
              },
            ]
          : [usual],
    }),
    // turned although it is held
    tell(setting, {
      mrn: 'NM-480128',
      surgeon: 1,
      n: 15,
      amendments: [{ n: 11, pace: 'hold', reason: 'Metal shows at the left arm: both sides are held.' }],
      change: ({ versions }, { firstDay }) => ({
        versions: versions.map((version, index) =>
          index === 1 ? { ...version, toldAfterMin: null } : version,
        ),
        complications: [exposed({ day: firstDay + 9, minute: 10 * 60 + 20 }, null)],
        photographs: [
          {
            taken: { day: firstDay + 9, minute: 10 * 60 + 25 },
            device: 0,
            look: { redness: 0.8 },
            note: 'Metal shows at the foot of the arm.',
            shows: 0,
          },
        ],
      }),
      says: ({ ago, slot, device, isHold }, usual) =>
        isHold && ago === 1 && slot === 1 && device === 0
          ? [
              {
                ...usual,
                outcome: 'done',
                centi: 100,
                by: 'grandmother',
                heardAfterMin: 90,
                note: 'Had not heard of the hold.',
              },
            ]
          : [usual],
    }),
    // three turns left out over ten days
    tell(setting, {
      mrn: 'NM-480129',
      n: 19,
      says: ({ n, slot }, usual) =>
        slot === 2 && (n === 9 || n === 13 || n === 17) ? [skipped(usual, 'Asleep already.')] : [usual],
      change: (_, { today }) => ({
        contacts: [
          {
            made: { day: today - 4, minute: 10 * 60 },
            outcome: 'reached',
            note: 'Falls asleep before the evening turn.',
          },
        ],
        decisions: [
          {
            decided: { day: today - 4, minute: 10 * 60 + 5 },
            rule: 'behind-plan',
            untilDay: today - 2,
            note: 'Evening turn moved before the bath; look again in two days.',
          },
        ],
      }),
    }),
    // one side falls back, the other is a little ahead
    tell(setting, {
      mrn: 'NM-480130',
      surgeon: 1,
      n: 17,
      habit: EACH,
      says: ({ n, slot, device, centi }, usual) => {
        if (n === 4 && slot === 1 && device === 0)
          return [{ ...usual, outcome: 'extra', centi: 150, note: 'Half a turn too far.' }];
        if (n === 5 && slot === 1 && device === 1)
          return [{ ...usual, outcome: 'partial', centi: centi / 2, resistance: 'stiff' }];
        return n === 9 && slot === 2 && device === 1 ? [skipped(usual, 'Right side sore.')] : [usual];
      },
    }),
    // turns that nobody is sure of
    tell(setting, {
      mrn: 'NM-480132',
      n: 16,
      says: ({ ago, slot, device }, usual) =>
        (ago === 3 && slot === 2) || (ago === 2 && slot === 1)
          ? [{ ...usual, outcome: 'not-sure', centi: null, note: 'Changed hands; neither remembers.' }]
          : ago === 1 && slot === 2 && device === 0
            ? [{ ...usual, resistance: 'sudden-ease', note: 'Went round all at once, with no weight on it.' }]
            : [usual],
    }),
    // fever: nothing turned since yesterday
    tell(setting, {
      mrn: 'NM-480134',
      surgeon: 2,
      n: 12,
      habit: EACH,
      says: ({ ago }, usual) =>
        ago <= 1 ? [{ ...skipped(usual, 'Fever 38.4 °C, we left it.'), signs: ['fever'] }] : [usual],
    }),
  ];
}

function planned(setting: Setting): Story {
  return tell(setting, {
    mrn: 'NM-480124',
    surgeon: 2,
    n: -12,
    change: (_, { today }) => ({
      opened: { day: today - 6, minute: 10 * 60 + 15 },
      operation: null,
      devices: [],
      versions: [],
      readings: [],
    }),
  });
}
