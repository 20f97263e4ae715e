import { dayOf } from '#lib/domain/case-day.ts';
import type { Day, Instant } from '#lib/domain/units.ts';
import { familyMaker } from './names.ts';
import { closedStories, openStory } from './ordinary-cases.ts';
import { mandiblePrescription, monoblocPrescription, RHYTHMS, vaultPrescription } from './prescription.ts';
import { type Random, randomOf } from './random.ts';
import { amendments, exchangedAndEarly } from './situations/amendments.ts';
import { endings } from './situations/endings.ts';
import { hardwareAndReadings } from './situations/hardware-and-readings.ts';
import { ratesAndPlans } from './situations/rates-and-plans.ts';
import { removals } from './situations/removals.ts';
import { screenshotCase } from './situations/screenshot-case.ts';
import { thisMorning } from './situations/this-morning.ts';
import { timesAndReports } from './situations/times-and-reports.ts';
import type { Habit, Story } from './story.ts';

const vault = (random: Random) => ({ ...vaultPrescription(random, 2), rhythm: RHYTHMS.halfTwice });
const vaultOnHalfTurns = (random: Random) => ({
  ...vaultPrescription(random, 2),
  rhythm: RHYTHMS.halfOfATurnTwice,
});
const onPaper: Habit = { kind: 'weekly', minute: 9 * 60 + 40, source: 'paper' };
const fromTheirFile: Habit = { kind: 'weekly', minute: 9 * 60 + 40, source: 'import' };

type Open = Pick<Parameters<typeof openStory>[0], 'prescription' | 'habit'> & {
  /** The day of the protocol that today is. */
  n: number;
  /** A theatre that was booked or is held since so many days. */
  theatre?: { kind: 'book' | 'hold'; ago: number };
};

const FIRST_OPEN: readonly Open[] = [
  { n: -1, prescription: vault },
  { n: 5, prescription: mandiblePrescription, habit: { kind: 'each' } },
  { n: 18, prescription: vault, habit: onPaper },
  { n: 48, prescription: vault, theatre: { kind: 'book', ago: 4 } },
  { n: 55, prescription: vaultOnHalfTurns, habit: fromTheirFile, theatre: { kind: 'hold', ago: 1 } },
  { n: 120, prescription: monoblocPrescription, habit: onPaper },
];

const SECOND_OPEN: readonly Open[] = [
  { n: -2, prescription: vault },
  { n: 6, prescription: vault },
  { n: 14, prescription: vaultOnHalfTurns },
  { n: 21, prescription: vault, habit: onPaper },
  { n: 50, prescription: vault },
];

function openStories(
  open: readonly Open[],
  given: { mrn: string; zone: string; today: Day; nextFamily: ReturnType<typeof familyMaker> },
): Story[] {
  return open.map(({ n, prescription, habit, theatre }, index) => {
    const mrn = `${given.mrn}${String(index + 1).padStart(2, '0')}`;
    const story = openStory({
      key: mrn,
      mrn,
      family: given.nextFamily(),
      surgeon: index % 3,
      zone: given.zone,
      firstDay: given.today - n + 1,
      prescription,
      ...(habit && { habit }),
    });
    if (!theatre) return story;
    const decided = { day: given.today - theatre.ago, minute: 11 * 60 };
    return { ...story, theatre: [{ kind: theatre.kind, decided, seq: 0 }] };
  });
}

/** The cases of the first clinic: those of which each shows something, those that go well, those that are over. */
export function firstClinicStories(now: Instant, zone: string): Story[] {
  const today = dayOf(zone, now);
  const nextFamily = familyMaker(randomOf('families of the first clinic'), 0.12);
  const setting = { zone, todayIn: (other: string) => dayOf(other, now), nextFamily };
  return [
    screenshotCase(setting),
    ...ratesAndPlans(setting),
    ...hardwareAndReadings(setting),
    ...timesAndReports(setting),
    ...endings(setting),
    ...thisMorning(setting),
    ...openStories(FIRST_OPEN, { mrn: 'NM-4802', zone, today, nextFamily }),
    ...closedStories(today, zone, nextFamily),
    // Last, so that the children before them keep their names.
    ...amendments(setting),
    ...removals(setting),
    ...exchangedAndEarly(setting),
  ];
}

/** The cases of the second clinic, all of them open. */
export function secondClinicStories(now: Instant, zone: string): Story[] {
  const nextFamily = familyMaker(randomOf('families of the second clinic'), 1);
  return openStories(SECOND_OPEN, { mrn: 'VA-2031', zone, today: dayOf(zone, now), nextFamily });
}
