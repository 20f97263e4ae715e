import type { Tolerances } from '#lib/domain/protocol/version.ts';
import { actuationsCenti, type Centi, type Day } from '#lib/domain/units.ts';
import { courseStory } from './course-draft.ts';
import type { Family } from './names.ts';
import { hardware, travelFor, vaultPlaces } from './placed-hardware.ts';
import { consolidationDays, type Prescription } from './prescription.ts';
import type { Random } from './random.ts';
import { headReadings, readingsOn, weeklyReadings } from './readings.ts';
import type { DeviceStory, EventStory, Habit, Story, VersionStory } from './story.ts';
import { onWeekday } from './weekday.ts';

/** From day `n` of the protocol on, the named devices (all, if none is) go at this pace. */
export type Amendment = {
  n: number;
  pace: 'hold' | 'half' | 'full';
  devices?: readonly number[];
  reason: string;
  byNurse?: boolean;
};

export type PrescribedCase = {
  key: string;
  mrn: string;
  family: Family;
  surgeon: number;
  zone: string;
  firstDay: Day;
  prescription: Prescription;
  habit: Habit;
  turns: Story['turns'];
  amendments?: readonly Amendment[];
};

/**
 * How long a turn may stay unheard of, by how the clinic hears: an evening turn is told in the call of the next
 * morning, a sheet once a week.
 */
const PATIENCE: Record<Habit['kind'], Partial<Tolerances>> = {
  each: {},
  daily: { graceMin: 16 * 60 },
  weekly: { graceMin: 7 * 1440, silenceMin: 8 * 1440, missedSlots: 4 },
};

/** The days of a course by its prescription and amendments. */
export type CourseDays = { lastDay: Day; visitDay: Day; consolidationDay: Day; removalDay: Day };

/**
 * A course that follows its prescription from the first turn to the end of the case: weekly readings, the end of
 * activation at a visit, consolidation by the rule, removal within days of its end.
 */
export function prescribedStory(random: Random, given: PrescribedCase): { story: Story; days: CourseDays } {
  const { key, mrn, family, surgeon, zone, firstDay, prescription, habit, turns, amendments = [] } = given;
  const { rhythm, totalUm, consolidation, latencyDays, site, condition, ageDays } = prescription;
  const devices = devicesOf(random, prescription, firstDay - latencyDays);
  const full = rhythm.sessions.map(() => rhythm.centi);
  const perSession = devices.map(() => full);
  const story = courseStory({
    key,
    mrn,
    family,
    surgeon,
    zone,
    firstDay,
    habit,
    turns,
    latencyDays,
    site,
    condition,
    ageDays,
    consolidation,
    devices,
    perSession,
    sessions: rhythm.sessions,
    targetsUm: devices.map(() => totalUm),
  });
  const versions = withAmendments(story.versions, amendments, full, firstDay).map((version) => ({
    ...version,
    tolerances: { ...PATIENCE[habit.kind], ...version.tolerances },
  }));
  const days = courseDays(random, prescription, firstDay, devices, versions);
  const every = random.pick([7, 14, 14]);
  return {
    days,
    story: {
      ...story,
      versions,
      readings: [
        ...weeklyReadings(random, { firstDay, lastDay: days.visitDay, every, devices: devices.length }),
        ...readingsOn(random, days.visitDay, devices.length),
        ...headReadings(random, story, [days.visitDay, days.removalDay - 1]),
      ],
      events: endEvents(days),
      operations: [
        {
          kind: 'removal',
          ended: { day: days.removalDay, minute: 9 * 60 + random.whole(0, 300) },
          note: `Removal of ${devices.length === 1 ? 'the distractor' : `${devices.length} distractors`}, uneventful.`,
        },
      ],
      closed: {
        when: { day: days.removalDay + random.whole(14, 35), minute: 14 * 60 + 20 },
        reason: null,
      },
    },
  };
}

function devicesOf(random: Random, prescription: Prescription, placedDay: Day): DeviceStory[] {
  const { rhythm, totalUm, devices: count, site } = prescription;
  const model = random.pick(rhythm.models);
  const initialOpeningUm = random.chance(0.15) ? random.pick([500, 1000, 2000]) : 0;
  const travelUm = travelFor(model, totalUm + initialOpeningUm);
  const places = site === 'posterior-cranial-vault' ? vaultPlaces(count) : facePlaces(site, count);
  return places.map((place) =>
    hardware(random, model, placedDay, {
      ...place,
      ...rhythm.thread,
      travelUm,
      initialOpeningUm: travelUm >= totalUm + initialOpeningUm ? initialOpeningUm : 0,
    }),
  );
}

function facePlaces(site: Prescription['site'], count: number) {
  if (site === 'frontofacial-monobloc') {
    return [
      { label: 'Left frontal', position: 'left temporal, frontal bone' },
      { label: 'Right frontal', position: 'right temporal, frontal bone' },
      { label: 'Left zygoma', position: 'left zygomatic body' },
      { label: 'Right zygoma', position: 'right zygomatic body' },
    ].slice(0, count);
  }
  if (site === 'maxilla') return [{ label: 'Maxilla', position: 'maxilla, midline' }];
  const where = site === 'mandible' ? 'mandibular body' : 'piriform rim';
  return ['Left', 'Right']
    .map((label) => ({ label, position: `${label.toLowerCase()} ${where}` }))
    .slice(0, count);
}

/** Each amendment is decided in the morning of the day from which it holds, before the first session that it plans. */
function withAmendments(
  [first]: readonly VersionStory[],
  amendments: readonly Amendment[],
  full: readonly Centi[],
  firstDay: Day,
): VersionStory[] {
  if (!first) return [];
  const half =
    full.length > 1 ? full.map((centi, index) => (index === 0 ? centi : 0)) : full.map((c) => c / 2);
  const paces = { full, half, hold: full.map(() => 0) };
  const later = amendments.map(({ n, pace, devices, reason, byNurse = false }): VersionStory => {
    const day = firstDay + n - 1;
    const perSession = first.perSession.map((amounts, place) =>
      devices === undefined || devices.includes(place) ? paces[pace] : amounts,
    );
    const decided = { day: day - 1, minute: 16 * 60 + 10 };
    return { ...first, from: { day, slot: 1 }, decided, perSession, reason, byNurse, toldAfterMin: 25 };
  });
  return [first, ...later];
}

function courseDays(
  random: Random,
  { totalUm, consolidation }: Prescription,
  firstDay: Day,
  devices: readonly DeviceStory[],
  versions: readonly VersionStory[],
): CourseDays {
  const lastDay = devices.reduce((latest, device, place) => {
    let left = actuationsCenti(totalUm, device);
    let day = firstDay;
    for (; left > 0 && day < firstDay + 400; day++) {
      const version = versions.findLast(({ from }) => from.day <= day);
      left -= (version?.perSession[place] ?? []).reduce((sum, centi) => sum + centi, 0);
    }
    return Math.max(latest, day - 1);
  }, firstDay);
  const visitDay = onWeekday(lastDay + 1);
  const consolidationDay = random.pick([lastDay + 1, visitDay]);
  const length = consolidationDays(consolidation, lastDay - firstDay + 1, totalUm);
  const removalDay = onWeekday(Math.max(consolidationDay + length, visitDay) + random.whole(0, 8));
  return { lastDay, visitDay, consolidationDay, removalDay };
}

/** The target was reached: a clinician says so, and from when consolidation is counted. */
export function endEvents({
  visitDay,
  consolidationDay,
}: Pick<CourseDays, 'visitDay' | 'consolidationDay'>): EventStory[] {
  const decided = { day: visitDay, minute: 11 * 60 };
  return [
    { kind: 'activation-ended', decided, reason: 'Target reached; X-ray agrees with the reports.' },
    {
      kind: 'consolidation-started',
      decided: { ...decided, minute: decided.minute + 5 },
      day: consolidationDay,
      reason: consolidationDay === visitDay ? 'Counted from the visit.' : 'Counted from the last turn.',
    },
  ];
}
