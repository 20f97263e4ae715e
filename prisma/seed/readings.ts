import type { Day, Um } from '#lib/domain/units.ts';
import type { Random } from './random.ts';
import type { ReadingStory, Story } from './story.ts';
import { onWeekday } from './weekday.ts';

/** A device-gap reading is good to about 1 mm (clinical.md §6). */
const XRAY_UNCERTAINTY_UM: Um = 1000;
export const CT_UNCERTAINTY_UM: Um = 500;

/** After the daily calls and the hand-in of the sheets. */
const XRAY_AT = 10 * 60 + 30;

/** An X-ray of every device each `every` days of activation, on weekdays, spread around what was turned. */
export function weeklyReadings(
  random: Random,
  { firstDay, lastDay, every, devices }: { firstDay: Day; lastDay: Day; every: number; devices: number },
): ReadingStory[] {
  const readings: ReadingStory[] = [];
  for (let due = firstDay + every; onWeekday(due) < lastDay; due += every) {
    readings.push(...readingsOn(random, onWeekday(due), devices));
  }
  return readings;
}

/** An X-ray of every device on a day. */
export function readingsOn(random: Random, day: Day, devices: number): ReadingStory[] {
  return Array.from({ length: devices }, (_, device) =>
    xray(day, device, Math.round(random.normal(0, 380, -900, 900))),
  );
}

/** An X-ray that lies this far from the opening which the reports lead one to expect. */
export function xray(day: Day, device: number, offUm: Um, minute = XRAY_AT): ReadingStory {
  return {
    taken: { day, minute },
    kind: 'device-gap',
    device,
    method: 'xray',
    uncertaintyUm: XRAY_UNCERTAINTY_UM,
    value: { offUm },
  };
}

/** The head circumference before the operation and on some days after it. */
export function headReadings(
  random: Random,
  { patient, opened }: Story,
  days: readonly Day[],
): ReadingStory[] {
  const size = random.normal(0, 9, -20, 20);
  return [opened.day, ...days].map((day, index) => ({
    taken: { day, minute: index === 0 ? 11 * 60 : XRAY_AT + 10 },
    kind: 'head-circumference',
    device: null,
    method: 'tape',
    uncertaintyUm: 3000,
    value: { um: Math.round(headMm(day - patient.bornDay) + size + index * 6) * 1000 },
  }));
}

/** About the middle of the growth charts: 35 cm at birth, 46 cm at one year, 52 cm at ten. */
function headMm(ageDays: number): number {
  const months = Math.max(0, ageDays / 30.4);
  return months < 12
    ? 350 + 110 * (1 - (1 - months / 12) ** 2)
    : 460 + 60 * (1 - Math.exp(-(months - 12) / 36));
}
