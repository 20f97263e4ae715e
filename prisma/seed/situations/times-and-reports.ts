import { instantAt } from '#lib/domain/case-day.ts';
import type { Day } from '#lib/domain/units.ts';
import { offsetMs } from '#lib/domain/zone-offset.ts';
import { CROUZON, MUENKE } from '#seed/conditions.ts';
import { RHYTHMS } from '#seed/prescription.ts';
import type { Story } from '#seed/story.ts';
import { EACH, type Setting, tell } from './tell.ts';

/** Cases in which what matters is when something was done, who said so, or what nobody can explain. */
export function timesAndReports(setting: Setting): Story[] {
  return [
    constantSurplus(setting),
    // a turn at 00:20 that counts for the evening slot
    tell(setting, {
      mrn: 'NM-480117',
      surgeon: 1,
      n: 10,
      habit: EACH,
      says: ({ ago, slot, device }, usual) =>
        ago === 2 && slot === 2
          ? [
              {
                ...usual,
                afterMin: 260 + device,

                note: 'Woke late; turned at 00:20.',
              },
            ]
          : [usual],
    }),
    clocksChange(setting),
    // a family in another time zone
    tell(setting, {
      mrn: 'NM-480119',
      zone: 'Asia/Dubai',
      surgeon: 2,
      n: 14,
      prescription: { condition: CROUZON },
      habit: { kind: 'daily', minute: 9 * 60 + 10 },
    }),
    // two parents reporting the same slot
    tell(setting, {
      mrn: 'NM-480120',
      n: 8,
      says: ({ ago, slot }, usual) =>
        ago === 1 && slot === 2
          ? [
              { ...usual, by: 'mother', afterMin: 6, heardAfterMin: 10 },
              {
                ...usual,
                by: 'father',
                afterMin: 34,
                heardAfterMin: 16,
                note: 'Did both sides when I came home.',
              },
            ]
          : [usual],
    }),
    // a phone clock that is wrong
    tell(setting, {
      mrn: 'NM-480121',
      surgeon: 1,
      n: 12,
      says: ({ ago, slot }, usual) =>
        ago === 2 && slot === 1
          ? [{ ...usual, clockWrongMin: -1440, note: 'Time as the phone showed it; its date is a day slow.' }]
          : [usual],
    }),
  ];
}

function constantSurplus(setting: Setting): Story {
  return tell(setting, {
    mrn: 'NM-480113',
    surgeon: 1,
    n: 16,
    habit: EACH,
    prescription: { condition: MUENKE },
    says: ({ n, slot, device }, usual) =>
      n === 5 && slot === 2 && device === 0
        ? [{ ...usual, outcome: 'extra', centi: 200, note: 'Both ticks are on the sheet.' }]
        : [usual],
    change: (_, { today }) => ({
      decisions: [
        {
          decided: { day: today - 3, minute: 9 * 60 + 50 },
          rule: 'ahead-of-plan',
          untilDay: today + 4,
          note: 'Asked the family twice, nobody can say why; X-ray agrees with the plan. Watch.',
        },
      ],
    }),
  });
}

/** Turned with the feeds, at 01:30 too: the night on which that time was missing or came twice lies in activation. */
function clocksChange(setting: Setting): Story {
  const { zone, todayIn } = setting;
  const today = todayIn(zone);
  const changed = lastChange(zone, today);
  return tell(setting, {
    mrn: 'NM-480118',
    surgeon: 2,
    n: today - changed + 10,
    habit: EACH,
    ends: 'as-prescribed',
    prescription: {
      rhythm: { ...RHYTHMS.threeThirds, sessions: [90, 9 * 60 + 30, 17 * 60 + 30] },
      ageDays: 150,
      consolidation: { kind: 'fixed-days', days: 182 },
    },
    change: () => ({ closed: null }),
  });
}

/** The last day up to `today` on which the clocks changed. */
function lastChange(zone: string, today: Day): Day {
  const noon = (day: Day) => offsetMs(zone, instantAt(zone, day, 12 * 60));
  let day = today;
  while (day > today - 400 && noon(day) === noon(day - 1)) day -= 1;
  return day;
}
