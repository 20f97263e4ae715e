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
    // written wrongly, and superseded before it held in any session; since yesterday there is a step to come
    tell(setting, {
      mrn: 'NM-480139',
      surgeon: 1,
      n: 12,
      habit: EACH,
      change: ({ versions: [first] }, { today, firstDay }) =>
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
          {
            from: { day: today + 3, slot: 1 },
            decided: { day: today - 1, minute: 10 * 60 + 15 },
            toldAfterMin: 0,
            perSession: first?.perSession.map((amounts, place) => (place === 1 ? [150, 100] : amounts)) ?? [],
            targetsUm: [22_000, 22_000],
            reasonCode: 'asymmetry',
            reason:
              'The right side lags on the CT: a quarter of a millimetre more a day from the next visit on.',
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

/** Cases of which the last children are told. */
export function exchangedAndEarly(setting: Setting): Story[] {
  return [exchanged(setting), decidedEarly(setting)];
}

/** The left arm broke on the tenth evening: held by telephone, and exchanged in the morning for one that goes on to the same distance. */
function exchanged(setting: Setting): Story {
  const BROKEN = 10;
  return tell(setting, {
    mrn: 'NM-480141',
    surgeon: 1,
    n: 15,
    habit: EACH,
    change: ({ devices, versions: [first] }, { firstDay }): Partial<Story> => {
      const [left] = devices;
      if (!left || !first) return {};
      const day = firstDay + BROKEN;
      const gainedUm = BROKEN * 1000;
      const targetsUm = first.targetsUm.map((um) => um ?? 0);
      return {
        devices: [...devices, { ...left, initialOpeningUm: 0, lot: 'B7741', serial: null }],
        exchange: {
          ended: { day, minute: 9 * 60 + 50 },
          note: 'Left arm broken outside the skin: the left distractor exchanged for one of the same length.',
          out: 0,
          placed: 2,
        },
        complications: [
          {
            kind: 'device-failure',
            failure: 'broken-arm',
            device: 0,
            onset: day - 1,
            recorded: { day: day - 1, minute: 21 * 60 + 15 },
            detectedBy: 'family',
            signs: [],
            clavienDindo: 'IIIb',
            severity: 'moderate',
            done: 'Exchanged in theatre on the day after.',
            resolved: { day: day + 2, minute: 10 * 60 },
          },
        ],
        versions: [
          first,
          {
            ...first,
            from: { day, slot: 1 },
            decided: { day: day - 1, minute: 21 * 60 + 20 },
            perSession: first.perSession.map((amounts, place) =>
              place === 0 ? amounts.map(() => 0) : amounts,
            ),
            kind: 'hold',
            reasonCode: 'device-failure',
            reason: 'Left arm broken off outside the skin: the left side is held until it is seen.',
            byNurse: true,
            toldAfterMin: 0,
          },
          {
            ...first,
            from: { day, slot: 2 },
            decided: { day, minute: 12 * 60 + 10 },
            perSession: [[], ...first.perSession.slice(1), first.perSession[0] ?? []],
            targetsUm: [null, ...targetsUm.slice(1), (targetsUm[0] ?? 0) - gainedUm],
            kind: 'exchange',
            reasonCode: 'device-failure',
            reason: 'Left arm broken: the new left device goes on from its own opening, by what is left.',
            toldAfterMin: 25,
          },
        ],
      };
    },
  });
}

/** Six weeks into consolidation, metal shows at both arms: the hardware is to come out before the bone is through. */
function decidedEarly(setting: Setting): Story {
  return tell(setting, {
    mrn: 'NM-480142',
    surgeon: 0,
    n: 48,
    ends: 'as-prescribed',
    prescription: { consolidation: { kind: 'fixed-days', days: 70 } },
    change: ({ events }, { today }) => ({
      events: [
        ...events,
        {
          kind: 'early-removal-decided',
          decided: { day: today - 1, minute: 15 * 60 + 30 },
          reasonCode: 'skin-breakdown',
          reason: 'Skin is thin over both arms and will not last: out at the next theatre.',
        },
      ],
      theatre: [{ kind: 'book', decided: { day: today - 1, minute: 17 * 60 + 40 }, seq: 0 }],
      operations: [],
      closed: null,
    }),
  });
}

function versionsOf(
  first: VersionStory | undefined,
  ...later: readonly Partial<VersionStory>[]
): Partial<Story> {
  return first ? { versions: [first, ...later.map((version) => ({ ...first, ...version }))] } : {};
}
