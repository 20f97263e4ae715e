import { dayOf } from '#lib/domain/case-day.ts';
import type { Device } from '#lib/domain/device/device.ts';
import type { PlannedAmount } from '#lib/domain/plan/planned-slots.ts';
import { turnsAhead } from '#lib/domain/plan/turns-ahead.ts';
import type { Course } from '#lib/domain/timeline/course.ts';
import { formatInstant, formatWeekday } from './format-date.ts';
import { sheetCell } from './sheet-amount.ts';
import { sheetWords } from './sheet-words.ts';

/** How far ahead sessions are looked for: a protocol may begin in some weeks. */
const LOOK_AHEAD_DAYS = 60;

/** A session as the family is told it: when, and what each device does which way. */
export type ToldSession = { when: string; amounts: readonly string[] };

/** The next sessions after now, those in which everything is held included, laid out and worded as on the turning sheet. */
export function nextSessions(course: Course, count: number): readonly ToldSession[] {
  const { facts, asOf, devices } = course;
  const today = dayOf(facts.zone, asOf);
  return turnsAhead(course, today, today + LOOK_AHEAD_DAYS)
    .filter(({ at, amounts }) => at > asOf && amounts.some(({ kind }) => kind !== 'none'))
    .slice(0, count)
    .map(({ day, at, amounts }) => ({
      when: `${formatWeekday(day)} ${formatInstant(at, facts.zone)}`,
      amounts: devices.flatMap(({ device }, index) => toldAmount(device, amounts[index])),
    }));
}

function toldAmount(device: Device, amount: PlannedAmount | undefined): string[] {
  if (!amount || amount.kind === 'none') return [];
  const { words, arrow } = sheetCell(amount, device, sheetWords('en'));
  return [`${device.label}: ${words}${arrow === null ? '' : ` ${arrow} the arrow`}`];
}
