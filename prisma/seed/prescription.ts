import type { Site } from '#lib/domain/facts.ts';
import type { ConsolidationRule } from '#lib/domain/protocol/version.ts';
import type { Minutes, Thread, Um } from '#lib/domain/units.ts';
import { type Condition, mandibleCondition, midfaceCondition, vaultCondition } from './conditions.ts';
import { ARNAUD, CMF, HERFORD, type Model, OSTEOMED, RED_HALO, SONIC_PINS } from './placed-hardware.ts';
import type { Random } from './random.ts';

/** How often and how far: the thread it is turned on, and the amount of each session. */
export type Rhythm = {
  models: readonly Model[];
  thread: Thread;
  sessions: readonly Minutes[];
  centi: number;
};

const HALF_MM: Thread = { umPerTurn: 500, actuationsPerTurn: 1 };
const WHOLE_MM: Thread = { umPerTurn: 1000, actuationsPerTurn: 1 };
const THIRD_MM: Thread = { umPerTurn: 1000, actuationsPerTurn: 3 };

export const TWICE: readonly Minutes[] = [8 * 60, 20 * 60];
const THRICE: readonly Minutes[] = [6 * 60 + 30, 14 * 60, 21 * 60 + 30];
export const ONCE: readonly Minutes[] = [18 * 60];

/** Rhythms of the posterior vault (clinical.md §2): mean 1 mm/day (0.5–2), most often 0.5 mm twice daily. */
export const RHYTHMS = {
  halfTwice: { models: [CMF, OSTEOMED, SONIC_PINS], thread: HALF_MM, sessions: TWICE, centi: 100 },
  halfOfATurnTwice: { models: [ARNAUD], thread: WHOLE_MM, sessions: TWICE, centi: 50 },
  onceAMillimetre: { models: [ARNAUD], thread: WHOLE_MM, sessions: ONCE, centi: 100 },
  threeThirds: { models: [ARNAUD], thread: THIRD_MM, sessions: THRICE, centi: 100 },
  twoThirds: { models: [ARNAUD], thread: THIRD_MM, sessions: TWICE, centi: 100 },
  onceAHalf: { models: [CMF, OSTEOMED], thread: HALF_MM, sessions: ONCE, centi: 100 },
  threeHalves: { models: [CMF, SONIC_PINS], thread: HALF_MM, sessions: THRICE, centi: 100 },
  twoMillimetres: { models: [CMF], thread: HALF_MM, sessions: TWICE, centi: 200 },
} satisfies Record<string, Rhythm>;

/** What is prescribed for a child. */
export type Prescription = {
  site: Site;
  condition: Condition;
  ageDays: number;
  latencyDays: number;
  rhythm: Rhythm;
  totalUm: Um;
  devices: number;
  consolidation: ConsolidationRule;
};

const fixed = (days: number): ConsolidationRule => ({ kind: 'fixed-days', days });

/** Posterior vault; `devices`: the caller keeps their published shares over all cases. */
export function vaultPrescription(random: Random, devices: number): Prescription {
  const rhythm = random.weighted<Rhythm>([
    [46, RHYTHMS.halfTwice],
    [14, RHYTHMS.halfOfATurnTwice],
    [12, RHYTHMS.onceAMillimetre],
    [4, RHYTHMS.threeThirds],
    [5, RHYTHMS.twoThirds],
    [6, RHYTHMS.onceAHalf],
    [6, RHYTHMS.threeHalves],
    [7, RHYTHMS.twoMillimetres],
  ]);
  return {
    site: 'posterior-cranial-vault',
    condition: vaultCondition(random),
    ageDays: Math.round(random.normal(330, 190, 95, 1500)),
    latencyDays: random.weighted([
      [20, 1],
      [15, 2],
      [30, 3],
      [15, 4],
      [20, 5],
    ]),
    rhythm,
    totalUm: Math.round(random.normal(23.5, 3.2, 18.5, 33)) * 1000,
    devices,
    consolidation: random.weighted([
      [14, fixed(28)],
      [34, fixed(35)],
      [24, fixed(42)],
      [12, fixed(56)],
      [3, fixed(90)],
      [1, fixed(180)],
      [7, { kind: 'multiple-of-activation', ratioHundredths: 190 }],
      [3, { kind: 'days-per-cm', days: 18 }],
      [2, { kind: 'imaging-decides' }],
    ]),
  };
}

/** Mandible of a newborn: latency 0–3 days, 1–2 mm/day every 8 or 12 h, 15–25 mm, 4–12 weeks (clinical.md §2). */
export function mandiblePrescription(random: Random): Prescription {
  const models = [CMF, HERFORD];
  const rhythm = random.weighted<Rhythm>([
    [5, { ...RHYTHMS.halfTwice, models }],
    [3, { ...RHYTHMS.threeHalves, models }],
    [2, { ...RHYTHMS.twoMillimetres, models }],
  ]);
  return {
    site: 'mandible',
    condition: mandibleCondition(random),
    ageDays: random.whole(9, 60),
    latencyDays: random.whole(0, 3),
    rhythm,
    totalUm: random.whole(15, 24) * 1000,
    devices: 2,
    consolidation: fixed(random.pick([28, 42, 56, 84])),
  };
}

/** Frontofacial monobloc with 4 devices: latency 5 days, 0.5 mm/day, 6 months (105 children; clinical.md §2). */
export function monoblocPrescription(random: Random): Prescription {
  return {
    site: 'frontofacial-monobloc',
    condition: midfaceCondition(random),
    ageDays: random.whole(900, 3600),
    latencyDays: 5,
    rhythm: RHYTHMS.onceAHalf,
    totalUm: random.whole(12, 18) * 1000,
    devices: 4,
    consolidation: fixed(182),
  };
}

/** Le Fort III with a halo: 20 mm at up to 3 mm/day without latency; slowed here to 2 (clinical.md §2). */
export function midfacePrescription(random: Random): Prescription {
  return {
    site: 'le-fort-iii',
    condition: midfaceCondition(random),
    ageDays: random.whole(3300, 5800),
    latencyDays: 0,
    rhythm: { ...RHYTHMS.twoMillimetres, models: [RED_HALO] },
    totalUm: 20_000,
    devices: 2,
    consolidation: fixed(84),
  };
}

/** How long consolidation takes by the rule; where imaging decides, as long as the mean of the series. */
export function consolidationDays(rule: ConsolidationRule, activationDays: number, totalUm: Um): number {
  switch (rule.kind) {
    case 'fixed-days':
      return rule.days;
    case 'multiple-of-activation':
      return Math.ceil((activationDays * rule.ratioHundredths) / 100);
    case 'days-per-cm':
      return Math.ceil((totalUm * rule.days) / 10_000);
    case 'imaging-decides':
      return 48;
  }
}
