import { APERT } from '#seed/conditions.ts';
import { skipped } from '#seed/family-reports.ts';
import { CMF } from '#seed/placed-hardware.ts';
import { TWICE } from '#seed/prescription.ts';
import { xray } from '#seed/readings.ts';
import type { Story, TurnStory } from '#seed/story.ts';
import { onWeekday } from '#seed/weekday.ts';
import { EACH, type Setting, tell } from './tell.ts';

/** On these days nothing was heard; the sheet came on the morning after the last of them. */
const ABROAD = { from: 29, through: 35 };
const SHEET_AT = 9 * 60 + 40;

/**
 * Two devices over sixty days with everything that a chart has to show: a hold, an amendment of one side, a week
 * told late, a correction, four turns left out on the left, and readings with their error bars.
 */
export function screenshotCase(setting: Setting): Story {
  return tell(setting, {
    mrn: 'NM-480100',
    n: 60,
    habit: EACH,
    prescription: {
      condition: APERT,
      ageDays: 268,
      latencyDays: 4,
      rhythm: {
        models: [CMF],
        thread: { umPerTurn: 500, actuationsPerTurn: 1 },
        sessions: TWICE,
        centi: 50,
      },
      totalUm: 30_000,
      consolidation: { kind: 'fixed-days', days: 56 },
    },
    amendments: [
      { n: 18, pace: 'hold', reason: 'Skin blanches over the left arm: hold until seen.' },
      { n: 23, pace: 'full', reason: 'Colour returned: half a turn twice a day again.' },
      {
        n: 41,
        pace: 'full',
        reason: 'Right side flatter on CT: three quarters of a millimetre a day there.',
      },
    ],
    says: ({ n, slot, device, centi }, usual) => {
      if (n === 12 && slot === 2 && device === 0) return [putRight(usual, centi)];
      if (n >= ABROAD.from && n <= ABROAD.through) return [toldLate(usual, n, TWICE[slot - 1] ?? 0)];
      if (n === 50 || n === 51) {
        return device === 0 || (n === 50 && slot === 1) ? [skipped(usual, 'Fever, left alone.')] : [usual];
      }
      return [usual];
    },
    change: ({ devices, versions, readings }, { firstDay }) => ({
      devices: devices.map((device) => ({ ...device, initialOpeningUm: 0, travelUm: 35_000 })),
      versions: versions.map((version, index) =>
        index === 3
          ? {
              ...version,
              perSession: [
                [50, 50],
                [100, 50],
              ],
              targetsUm: [30_000, 34_000],
            }
          : version,
      ),
      decisions: [
        {
          decided: { day: firstDay + 52, minute: 9 * 60 + 50 },
          rule: 'behind-plan',
          untilDay: firstDay + 57,
          note: 'Fever is over, nothing is made up. Look again after the X-ray.',
        },
      ],
      photographs: [
        [2, 0.25, 'Stitches in place.'],
        [9, 0.15, 'Dry.'],
        [18, 0.75, 'Skin blanches over the left arm.'],
        [23, 0.45, 'Colour returned.'],
        [37, 0.2, 'Dry.'],
        [57, 0.15, 'Dry, arm straight.'],
      ].map(([n = 0, redness = 0, note = '']) => ({
        taken: { day: onWeekday(firstDay + Number(n) - 1), minute: 10 * 60 + 20 },
        device: 0,
        look: { redness: Number(redness) },
        note: String(note),
      })),
      readings: [
        ...readings.filter(({ kind }) => kind === 'head-circumference'),
        ...[
          [7, -300, 200],
          [14, 400, -200],
          [23, -600, 300],
          [36, -800, 500],
          [45, -700, 200],
          [57, -900, 400],
        ].flatMap(([n = 0, left = 0, right = 0]) => [
          xray(onWeekday(firstDay + n - 1), 0, left),
          xray(onWeekday(firstDay + n - 1), 1, right),
        ]),
      ],
    }),
  });
}

function putRight(usual: TurnStory, centi: number): TurnStory {
  return {
    ...skipped(usual, 'Written as left out.'),
    corrected: { outcome: 'done', centi, afterMin: 27 * 60, reason: 'The father had done it at night.' },
  };
}

function toldLate(usual: TurnStory, n: number, session: number): TurnStory {
  const daysUntil = ABROAD.through + 1 - n;
  return { ...usual, heardAfterMin: daysUntil * 1440 + SHEET_AT - session - usual.afterMin };
}
