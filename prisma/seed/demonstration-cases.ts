import type { Day } from '#lib/domain/units.ts';
import { courseStory } from './course-draft.ts';
import { familyMaker } from './names.ts';
import { randomOf } from './random.ts';
import type { Story } from './story.ts';

const story = (clinic: string, today: Day, zone: string, place: number, begunDaysAgo: number): Story => {
  const random = randomOf(`${clinic}-${place}`);
  return courseStory({
    key: `${clinic}-${place}`,
    mrn: `${clinic}-48010${place}`,
    family: familyMaker(random, clinic === 'VA' ? 1 : 0.2)(),
    ageDays: random.whole(150, 400),
    condition: { diagnosis: 'Bicoronal craniosynostosis', sutureCodes: ['Q75.022'], syndrome: 'Apert' },
    surgeon: place,
    site: 'posterior-cranial-vault',
    zone,
    firstDay: today - begunDaysAgo,
    latencyDays: 3,
    devices: ['Left', 'Right'].map((label) => ({
      modelId: null,
      label,
      position: `${label.toLowerCase()} parietal`,
      umPerTurn: 500,
      actuationsPerTurn: 1,
      turnDirection: 'with-arrow',
      travelUm: 30_000,
      initialOpeningUm: 0,
      lot: null,
      serial: null,
      udi: null,
      expiresDay: null,
      mriStatus: 'unknown',
      mriReference: null,
      arm: null,
      driver: null,
    })),
    sessions: [8 * 60, 20 * 60],
    perSession: [
      [100, 100],
      [100, 100],
    ],
    targetsUm: [24_000, 24_000],
    consolidation: { kind: 'fixed-days', days: 42 },
    habit: { kind: 'daily', minute: 8 * 60 + 40 },
    turns: ({ centi, isHold }) => (isHold ? [] : [{ outcome: 'done', centi, afterMin: 6 }]),
  });
};

/** The cases of the first clinic. */
export function firstClinicStories(today: Day, zone: string): Story[] {
  return [story('NM', today, zone, 0, -2), story('NM', today, zone, 1, 9), story('NM', today, zone, 2, 20)];
}

/** The cases of the second clinic. */
export function secondClinicStories(today: Day, zone: string): Story[] {
  return [story('VA', today, zone, 0, 5)];
}
