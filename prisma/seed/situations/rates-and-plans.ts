import { CLEFT, CROUZON, PFEIFFER } from '#seed/conditions.ts';
import { EXTERNAL_3DX } from '#seed/placed-hardware.ts';
import { ONCE, RHYTHMS } from '#seed/prescription.ts';
import type { Story } from '#seed/story.ts';
import { EACH, type Setting, tell } from './tell.ts';

/** Cases whose plan is what there is to see. */
export function ratesAndPlans(setting: Setting): Story[] {
  return [
    // rate 0.5
    tell(setting, { mrn: 'NM-480101', n: 17, prescription: { rhythm: RHYTHMS.onceAHalf, totalUm: 20_000 } }),
    // rate 2
    tell(setting, {
      mrn: 'NM-480102',
      surgeon: 1,
      n: 9,
      habit: EACH,
      prescription: {
        rhythm: RHYTHMS.twoMillimetres,
        totalUm: 30_000,
        latencyDays: 1,
        condition: { ...PFEIFFER, diagnosis: 'Pansynostosis, raised intracranial pressure' },
        consolidation: { kind: 'fixed-days', days: 60 },
      },
    }),
    // once a day 1 mm
    tell(setting, {
      mrn: 'NM-480103',
      surgeon: 2,
      n: 12,
      habit: EACH,
      prescription: { rhythm: RHYTHMS.onceAMillimetre },
    }),
    // 3 × 0.33 mm
    tell(setting, {
      mrn: 'NM-480104',
      n: 11,
      habit: EACH,
      prescription: { rhythm: RHYTHMS.threeThirds, totalUm: 22_000, condition: CROUZON },
    }),
    fourPlans(setting),
    asymmetricOnPurpose(setting),
    reversedOnPurpose(setting),
    // 65-day activation for 11 mm
    tell(setting, {
      mrn: 'NM-480109',
      surgeon: 2,
      n: 62,
      prescription: {
        site: 'maxilla',
        condition: CLEFT,
        ageDays: 3_800,
        latencyDays: 1,
        rhythm: {
          models: [EXTERNAL_3DX],
          thread: { umPerTurn: 500, actuationsPerTurn: 2 },
          sessions: ONCE,
          centi: 100,
        },
        totalUm: 11_000,
        devices: 1,
        consolidation: { kind: 'fixed-days', days: 85 },
      },
      amendments: [
        { n: 23, pace: 'hold', reason: 'Gum blanches over the device: hold for three weeks.' },
        { n: 44, pace: 'full', reason: 'Gum healed: a half turn a day as before.' },
      ],
    }),
  ];
}

function fourPlans(setting: Setting): Story {
  return tell(setting, {
    mrn: 'NM-480105',
    surgeon: 1,
    n: 13,
    prescription: {
      site: 'frontofacial-monobloc',
      condition: CROUZON,
      ageDays: 2_100,
      latencyDays: 5,
      totalUm: 16_000,
      devices: 4,
      consolidation: { kind: 'fixed-days', days: 182 },
    },
    amendments: [
      { n: 11, pace: 'hold', devices: [3], reason: 'Skin thin over the right zygoma: that device is held.' },
    ],
    change: ({ versions }) => ({
      versions: versions.map((version) => {
        const isHeld = version.from.slot === 1 && version.perSession[3]?.every((centi) => centi === 0);
        return {
          ...version,
          perSession: [[100, 100], [100, 50], [100, 0], isHeld ? [0, 0] : [50, 0]],
          targetsUm: [16_000, 14_000, 10_000, 6_000],
        };
      }),
    }),
  });
}

function asymmetricOnPurpose(setting: Setting): Story {
  return tell(setting, {
    mrn: 'NM-480106',
    n: 15,
    prescription: {
      condition: { diagnosis: 'Unilambdoid craniosynostosis', sutureCodes: ['Q75.041'], syndrome: null },
    },
    change: ({ versions }) => ({
      versions: versions.map((version) => ({
        ...version,
        perSession: [
          [100, 100],
          [100, 0],
        ],
        targetsUm: [24_000, 13_000],
        reason: 'First protocol: the flat side twice as far as the other.',
      })),
    }),
  });
}

function reversedOnPurpose(setting: Setting): Story {
  return tell(setting, {
    mrn: 'NM-480136',
    surgeon: 2,
    n: 14,
    amendments: [
      { n: 10, pace: 'full', reason: 'Skin white over the left arm: one millimetre back on both sides.' },
      { n: 11, pace: 'full', reason: 'Colour returned: forward again.' },
    ],
    change: ({ versions }) => ({
      versions: versions.map((version, index) =>
        index === 1
          ? { ...version, lastDay: version.from.day, perSession: version.perSession.map(() => [-100, -100]) }
          : version,
      ),
    }),
  });
}
