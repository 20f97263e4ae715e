import { BILAMBDOID, MUENKE, PFEIFFER } from '#seed/conditions.ts';
import { CT_UNCERTAINTY_UM, xray } from '#seed/readings.ts';
import type { ReadingStory, Story } from '#seed/story.ts';
import { EACH, type Setting, tell } from './tell.ts';

/** Cases in which the hardware or a reading of it says something else than the reports. */
export function hardwareAndReadings(setting: Setting): Story[] {
  return [
    // a device that reverses
    tell(setting, {
      mrn: 'NM-480110',
      n: 18,
      prescription: { condition: PFEIFFER, totalUm: 26_000 },
      change: (_, { today }) => ({
        readings: [
          ...[xray(today - 11, 0, -400), xray(today - 11, 1, 300)],
          ...[xray(today - 5, 0, -1_300), xray(today - 5, 1, -200)],
          {
            ...xray(today - 1, 0, -3_100),
            note: 'Left: shorter than four days ago, the driver turns freely.',
          },
          xray(today - 1, 1, 200),
        ],
      }),
    }),
    lastTurnFails(setting),
    openedByAMillimetre(setting),
    twentySixAndEighteen(setting),
    endOfTravelNear(setting),
    // a device whose length nobody wrote down
    tell(setting, {
      mrn: 'NM-480135',
      surgeon: 1,
      n: 6,
      change: ({ devices, versions }) => ({
        versions: versions.map((version) => ({ ...version, targetsUm: [5_000, 5_000] })),
        devices: devices.map((device, place) => (place === 1 ? { ...device, travelUm: null } : device)),
      }),
    }),
  ];
}

function lastTurnFails(setting: Setting): Story {
  return tell(setting, {
    mrn: 'NM-480111',
    surgeon: 1,
    n: 21,
    prescription: { condition: MUENKE, totalUm: 20_000 },
    says: ({ device, ago, slot }, usual) =>
      device === 0 && ago === 1 && slot === 2
        ? [
            {
              ...usual,
              outcome: 'could-not-engage',
              centi: 0,
              resistance: 'stiff',
              heardAfterMin: 25,
              note: 'The key slips, it will not take hold.',
            },
          ]
        : [usual],
    change: ({ devices }) => ({
      devices: devices.map((device, place) => ({
        ...device,
        initialOpeningUm: 0,
        travelUm: place === 0 ? 20_000 : 25_000,
      })),
    }),
  });
}

function openedByAMillimetre(setting: Setting): Story {
  return tell(setting, {
    mrn: 'NM-480112',
    surgeon: 2,
    n: -1,
    prescription: { latencyDays: 5, condition: BILAMBDOID },
    change: ({ devices, operationNote }, { today }) => ({
      operationNote: `${operationNote} Both left open by 1.0 mm.`,
      devices: devices.map((device) => ({ ...device, initialOpeningUm: 1_000 })),
      readings: [0, 1].map(
        (device): ReadingStory => ({
          ...xray(today - 2, device, 0),
          method: 'ruler',
          uncertaintyUm: 500,
          note: 'Read off the body at the bedside.',
        }),
      ),
    }),
  });
}

function twentySixAndEighteen(setting: Setting): Story {
  return tell(setting, {
    mrn: 'NM-480114',
    n: 27,
    prescription: { totalUm: 30_000 },
    change: ({ devices, readings }, { today }) => ({
      devices: devices.map((device) => ({ ...device, initialOpeningUm: 0 })),
      readings: [
        ...readings.filter(({ taken }) => taken.day < today - 1),
        { ...xray(today - 1, 0, 0), method: 'ct', uncertaintyUm: CT_UNCERTAINTY_UM, value: { um: 26_000 } },
        {
          ...xray(today - 1, 0, 0),
          kind: 'bone-gap',
          method: 'ct',
          uncertaintyUm: CT_UNCERTAINTY_UM,
          value: { um: 18_000 },
          note: 'The plates have moved on the bone.',
        },
        { ...xray(today - 1, 1, -300), method: 'ct', uncertaintyUm: CT_UNCERTAINTY_UM },
      ],
    }),
  });
}

function endOfTravelNear(setting: Setting): Story {
  return tell(setting, {
    mrn: 'NM-480131',
    surgeon: 2,
    n: 21,
    habit: EACH,
    change: ({ devices }) => ({
      devices: devices.map((device, place) => ({
        ...device,
        initialOpeningUm: place === 0 ? 3_000 : 0,
        travelUm: 25_000,
      })),
    }),
  });
}
