import type { Day } from '#lib/domain/units.ts';
import { APERT } from '#seed/conditions.ts';
import { steadyFamily } from '#seed/family-reports.ts';
import type { Family } from '#seed/names.ts';
import { CMF } from '#seed/placed-hardware.ts';
import { type Amendment, type CourseDays, prescribedStory } from '#seed/prescribed-story.ts';
import { type Prescription, RHYTHMS } from '#seed/prescription.ts';
import { randomOf } from '#seed/random.ts';
import type { Asked, Habit, Story, TurnStory } from '#seed/story.ts';

/** Where and when the cases are told. */
export type Setting = { zone: string; todayIn: (zone: string) => Day; nextFamily: () => Family };

/** What a case shows: `today` is that of its zone. */
export type Told = {
  mrn: string;
  surgeon?: number;
  zone?: string;
  /** The day of the protocol that today is; 0 and less: turning has not begun. */
  n: number;
  prescription?: Partial<Prescription>;
  habit?: Habit;
  amendments?: readonly Amendment[];
  /** What the family says of a slot instead of the usual; `ago` in days before today. */
  says?: (asked: Asked & { ago: number }, usual: TurnStory) => readonly TurnStory[];
  /** Nobody has ended activation yet, or all went on as prescribed. */
  ends?: 'not-yet' | 'as-prescribed';
  change?: (story: Story, place: { today: Day; firstDay: Day; days: CourseDays }) => Partial<Story>;
};

const USUAL: Prescription = {
  site: 'posterior-cranial-vault',
  condition: APERT,
  ageDays: 300,
  latencyDays: 3,
  rhythm: { ...RHYTHMS.halfTwice, models: [CMF] },
  totalUm: 24_000,
  devices: 2,
  consolidation: { kind: 'fixed-days', days: 42 },
};

/** After each turn by telephone: nothing is ever open for long. */
export const EACH: Habit = { kind: 'each' };

/** A posterior vault with two devices at 1 mm/day, or what `told` makes of it. */
export function tell({ zone: home, todayIn, nextFamily }: Setting, told: Told): Story {
  const { mrn, surgeon = 0, zone = home, n, habit, says, amendments = [], ends = 'not-yet' } = told;
  const random = randomOf(mrn);
  const today = todayIn(zone);
  const firstDay = today - n + 1;
  const { story, days } = prescribedStory(random, {
    key: mrn,
    mrn,
    family: nextFamily(),
    surgeon,
    zone,
    firstDay,
    prescription: { ...USUAL, ageDays: random.whole(160, 520), ...told.prescription },
    habit: habit ?? { kind: 'daily', minute: random.whole(8 * 60 + 35, 9 * 60 + 15) },
    turns: steadyFamily(random, (asked, usual) =>
      says ? says({ ...asked, ago: today - asked.day }, usual) : [usual],
    ),
    amendments,
  });
  const course: Story = ends === 'not-yet' ? { ...story, events: [], operations: [], closed: null } : story;
  return { ...course, ...told.change?.(course, { today, firstDay, days }) };
}
