import type { Day } from '#lib/domain/units.ts';
import { type Complication, HOLDS, withComplication } from './complicated-course.ts';
import { steadyFamily, usualFamily } from './family-reports.ts';
import type { Family } from './names.ts';
import { type Amendment, type PrescribedCase, prescribedStory } from './prescribed-story.ts';
import {
  mandiblePrescription,
  midfacePrescription,
  monoblocPrescription,
  type Prescription,
  vaultPrescription,
} from './prescription.ts';
import { type Random, randomOf } from './random.ts';
import type { Habit, Story } from './story.ts';
import { onWeekday } from './weekday.ts';

const CLOSED = 200;

/** Of the closed cases: vaults with so many devices, in the published shares (72.5 : 5.9 : 3.7 : 7.4), and other sites. */
const CLOSED_VAULTS = { 2: 140, 1: 11, 3: 7, 4: 14 } as const;
const CLOSED_MANDIBLES = 15;
const CLOSED_MONOBLOCS = 9;

/**
 * Of 172 vaults: infection 13.4 %, broken port 4.7 %, loosened footplate 2.9 %; 27 % with any, 7.6 % with unplanned
 * surgery (published: 13.7, 4.5, 3.1, 26–28, 8; clinical.md §5).
 */
const COMPLICATIONS: Readonly<Record<Complication, number>> = {
  'infection-early-removal': 9,
  'infection-hold': 9,
  'infection-washout': 5,
  'port-accepted': 5,
  'port-exchanged': 3,
  footplate: 5,
  'csf-leak': 7,
  exposure: 4,
};

/** How long the closed cases reach back. */
const REACH_DAYS = 1150;

const everyDay = (minute: number): Habit => ({ kind: 'daily', minute });

/** The cases that are over: their prescriptions and complications are dealt out so that the published shares hold. */
export function closedStories(today: Day, zone: string, nextFamily: () => Family): Story[] {
  const random = randomOf('closed cases');
  const vaults = (Object.entries(CLOSED_VAULTS) as [string, number][]).flatMap(([devices, count]) =>
    Array.from({ length: count }, () => Number(devices)),
  );
  const complications = dealt(random, vaults.length);
  const kinds = random.shuffled<
    (each: Random) => { prescription: Prescription; complication?: Complication }
  >([
    ...vaults.map((devices, index) => (each: Random) => {
      const complication = complications[index];
      return { prescription: vaultPrescription(each, devices), ...(complication && { complication }) };
    }),
    ...Array.from({ length: CLOSED_MANDIBLES }, () => (each: Random) => ({
      prescription: mandiblePrescription(each),
    })),
    ...Array.from({ length: CLOSED_MONOBLOCS }, () => (each: Random) => ({
      prescription: monoblocPrescription(each),
    })),
    ...Array.from(
      { length: CLOSED - vaults.length - CLOSED_MANDIBLES - CLOSED_MONOBLOCS },
      () => (each: Random) => ({
        prescription: midfacePrescription(each),
      }),
    ),
  ]);
  return kinds.map((kind, index) => {
    const key = `closed-${index + 1}`;
    const each = randomOf(key);
    const { prescription, complication } = kind(each);
    const daysAgo = 2 + Math.round((index * REACH_DAYS) / CLOSED) + each.whole(0, 5);
    return closedStory(
      each,
      { key, mrn: `NM-4${String(79_100 - index * 37)}`, zone, closedBy: today - daysAgo },
      prescription,
      complication,
      nextFamily(),
    );
  });
}

function dealt(random: Random, count: number): (Complication | undefined)[] {
  const deck: (Complication | undefined)[] = (
    Object.entries(COMPLICATIONS) as [Complication, number][]
  ).flatMap(([complication, times]) => Array.from({ length: times }, () => complication));
  while (deck.length < count) deck.push(undefined);
  return random.shuffled(deck);
}

function closedStory(
  random: Random,
  { key, mrn, zone, closedBy }: { key: string; mrn: string; zone: string; closedBy: Day },
  prescription: Prescription,
  complication: Complication | undefined,
  family: Family,
): Story {
  const habit = random.weighted<Habit>([
    [70, { kind: 'weekly', minute: 9 * 60 + 40, source: 'paper' }],
    [23, { kind: 'weekly', minute: 9 * 60 + 40, source: 'import' }],
    [7, everyDay(random.whole(8 * 60 + 30, 9 * 60 + 50))],
  ]);
  const given: Omit<PrescribedCase, 'firstDay'> = {
    key,
    mrn,
    family,
    zone,
    habit,
    prescription: complication === 'csf-leak' ? { ...prescription, latencyDays: 7 } : prescription,
    surgeon: random.whole(0, 2),
    turns: usualFamily(random),
    amendments: amendmentsOf(random, complication),
  };
  // Told once to see how long it takes, then again from the day on which it ends as it shall.
  const seed = `${key} as told`;
  const trial = prescribedStory(randomOf(seed), { ...given, firstDay: 0 });
  const { latencyDays } = given.prescription;
  const firstDay = onWeekday(closedBy - (trial.story.closed?.when.day ?? 0) - 8 - latencyDays) + latencyDays;
  const { story, days } = prescribedStory(randomOf(seed), { ...given, firstDay });
  const told = complication === undefined ? story : withComplication(story, days, complication);
  return { ...told, operations: told.operations.map((operation) => ({ ...operation, isReported: true })) };
}

function amendmentsOf(random: Random, complication: Complication | undefined): Amendment[] {
  const hold = complication === undefined ? undefined : HOLDS[complication];
  if (hold) {
    const { n, days, reason } = hold;
    return [
      { n, pace: 'hold', reason },
      { n: n + days, pace: 'full', reason: 'Settled: turning goes on as before.' },
    ];
  }
  if (!random.chance(0.12)) return [];
  const n = random.whole(6, 11);
  return [
    {
      n,
      pace: 'half',
      reason: random.pick(['Skin tight over the arm: half the rate.', 'Pain at turning: half the rate.']),
    },
    { n: n + 4, pace: 'full', reason: 'Comfortable again: the former rate.' },
  ];
}

/** An open case that nothing is wrong with; `firstDay` decides how far it has come. */
export function openStory(
  given: Pick<PrescribedCase, 'key' | 'mrn' | 'family' | 'surgeon' | 'zone' | 'firstDay'> & {
    prescription: (random: Random) => Prescription;
    habit?: Habit;
  },
): Story {
  const random = randomOf(given.key);
  const blemishOn = random.whole(3, 6);
  const { story } = prescribedStory(random, {
    ...given,
    prescription: given.prescription(random),
    habit: given.habit ?? everyDay(random.whole(8 * 60 + 25, 9 * 60 + 20)),
    turns: steadyFamily(random, ({ n, slot, centi }, usual) =>
      n === blemishOn && slot === 1
        ? [{ ...usual, outcome: 'partial', centi: Math.round(centi / 2), note: 'cried, stopped half way' }]
        : [usual],
    ),
  });
  return story;
}
