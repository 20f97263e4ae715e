import type { Story, VersionStory } from '#seed/story.ts';
import { EACH, type Setting, tell } from './tell.ts';

/** Cases whose protocol was amended in a way that others are not. */
export function amendments(setting: Setting): Story[] {
  return [
    // waits for a surgeon: proposed by a nurse yesterday afternoon, so that it is there at any hour, faster than the band
    tell(setting, {
      mrn: 'NM-480138',
      surgeon: 0,
      n: 9,
      habit: EACH,
      change: ({ versions: [first] }, { today }) =>
        versionsOf(first, {
          from: { day: today + 1, slot: 1 },
          decided: { day: today - 1, minute: 16 * 60 + 20 },
          perSession: first?.perSession.map(() => [300, 300]) ?? [],
          kind: 'change',
          reasonCode: 'raised-icp',
          reason: 'Fundi blurred at today\u2019s visit: three millimetres a day?',
          byNurse: true,
          toldAfterMin: null,
          waits: true,
        }),
    }),
    // written wrongly, and superseded before it held in any session
    tell(setting, {
      mrn: 'NM-480139',
      surgeon: 1,
      n: 12,
      habit: EACH,
      change: ({ versions: [first] }, { firstDay }) =>
        versionsOf(
          first,
          {
            from: { day: firstDay + 8, slot: 1 },
            decided: { day: firstDay + 6, minute: 11 * 60 + 5 },
            targetsUm: [21_000, 21_000],
            reasonCode: 'target-changed',
            reason: 'Less is needed than planned: to 21 mm.',
          },
          {
            from: { day: firstDay + 8, slot: 1 },
            decided: { day: firstDay + 6, minute: 14 * 60 + 30 },
            targetsUm: [22_000, 22_000],
            reasonCode: 'written-wrongly',
            reason: 'Version 2 said 21 mm where the plan says 22 mm.',
          },
        ),
    }),
    // told on the telephone in the evening, written in the morning after, co-signed by a surgeon
    tell(setting, {
      mrn: 'NM-480140',
      surgeon: 2,
      n: 10,
      habit: EACH,
      change: ({ versions: [first] }, { today }) =>
        versionsOf(first, {
          from: { day: today - 3, slot: 2 },
          decided: { day: today - 2, minute: 8 * 60 + 50 },
          perSession:
            first?.perSession.map((amounts, place) => (place === 0 ? amounts.map(() => 0) : amounts)) ?? [],
          kind: 'hold',
          reasonCode: 'skin-breakdown',
          reason: 'Redness at the left arm, told to hold the left side on the telephone at 18:40.',
          byNurse: true,
          toldAfterMin: -14 * 60 - 10,
          cosigned: { afterMin: 35, note: 'Agreed; seen on the photograph.' },
        }),
    }),
  ];
}

function versionsOf(
  first: VersionStory | undefined,
  ...later: readonly Partial<VersionStory>[]
): Partial<Story> {
  return first ? { versions: [first, ...later.map((version) => ({ ...first, ...version }))] } : {};
}
