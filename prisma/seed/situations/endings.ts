import { CROUZON, PFEIFFER } from '#seed/conditions.ts';
import { endEvents } from '#seed/prescribed-story.ts';
import type { Story, VersionStory } from '#seed/story.ts';
import { type Setting, tell } from './tell.ts';

/** Cases whose activation has ended, or ended and went on. */
export function endings(setting: Setting): Story[] {
  return [
    // zero-day consolidation
    tell(setting, {
      mrn: 'NM-480107',
      surgeon: 1,
      n: 26,
      prescription: { consolidation: { kind: 'fixed-days', days: 0 } },
      change: (_, { today }) => ({ events: endEvents({ visitDay: today - 1, consolidationDay: today - 1 }) }),
    }),
    // 343-day consolidation
    tell(setting, {
      mrn: 'NM-480108',
      n: 230,
      ends: 'as-prescribed',
      prescription: { condition: PFEIFFER, consolidation: { kind: 'fixed-days', days: 343 } },
    }),
    earlyRemoval(setting),
    extended(setting),
    // activation ended, but nobody said from when consolidation counts
    tell(setting, {
      mrn: 'NM-480133',
      surgeon: 2,
      n: 31,
      ends: 'as-prescribed',
      change: ({ events }) => ({
        events: events.filter(({ kind }) => kind === 'activation-ended'),
        operations: [],
        closed: null,
      }),
    }),
    // closed yesterday
    tell(setting, {
      mrn: 'NM-480137',
      surgeon: 1,
      n: 95,
      ends: 'as-prescribed',
      change: ({ operations }, { today }) => ({
        operations: operations.map((one) => ({ ...one, ended: { ...one.ended, day: today - 22 } })),
        closed: { when: { day: today - 1, minute: 15 * 60 + 10 }, reason: null },
      }),
    }),
  ];
}

function earlyRemoval(setting: Setting): Story {
  return tell(setting, {
    mrn: 'NM-480115',
    surgeon: 2,
    n: 52,
    ends: 'as-prescribed',
    prescription: { condition: CROUZON, consolidation: { kind: 'fixed-days', days: 56 } },
    change: ({ events }, { today }) => ({
      events: [
        ...events,
        {
          kind: 'stopped-early',
          decided: { day: today - 5, minute: 11 * 60 + 20 },
          reason: 'Wound infection at the right arm, not settling on antibiotics: hardware out.',
        },
      ],
      photographs: [
        { taken: { day: today - 19, minute: 620 }, device: 1, look: { redness: 0.2 }, note: 'Dry.' },
        { taken: { day: today - 9, minute: 655 }, device: 1, look: { redness: 0.6 }, note: 'Red, warm.' },
        { taken: { day: today - 5, minute: 660 }, device: 1, look: { redness: 1 }, note: 'Red, discharge.' },
      ],
      operations: [
        {
          kind: 'removal',
          ended: { day: today - 4, minute: 9 * 60 + 25 },
          note: 'Early removal of 2 distractors for infection; wound washed out.',
        },
      ],
      closed: null,
    }),
  });
}

/** 20 mm were reached and a removal was booked; papilloedema persists, and seven millimetres more are asked for. */
function extended(setting: Setting): Story {
  return tell(setting, {
    mrn: 'NM-480116',
    n: 39,
    prescription: { totalUm: 20_000 },
    change: ({ devices, versions }, { today, firstDay }) => ({
      devices: devices.map((device) => ({ ...device, initialOpeningUm: 0, travelUm: 30_000 })),
      versions: [
        ...versions,
        ...versions.slice(0, 1).map(
          (first): VersionStory => ({
            ...first,
            from: { day: today - 5, slot: 1 },
            decided: { day: today - 6, minute: 15 * 60 },
            targetsUm: [27_000, 27_000],
            reason: 'Papilloedema persists: seven millimetres more.',
            toldAfterMin: 20,
          }),
        ),
      ],
      theatre: [{ kind: 'book', decided: { day: firstDay + 22, minute: 10 * 60 + 40 }, seq: 0 }],
      events: [
        ...endEvents({ visitDay: firstDay + 20, consolidationDay: firstDay + 20 }),
        {
          kind: 'activation-resumed',
          decided: { day: today - 6, minute: 15 * 60 + 5 },
          reason: 'Papilloedema persists. The removal that was booked has to move.',
        },
      ],
    }),
  });
}
