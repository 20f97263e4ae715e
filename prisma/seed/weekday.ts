import type { Day } from '#lib/domain/units.ts';

/** Days from the Sunday before; 1970-01-01 was a Thursday. */
const daysAfterSunday = (day: Day) => (((day + 4) % 7) + 7) % 7;

/** The day, or the Monday after it if it falls on a weekend. */
export function onWeekday(day: Day): Day {
  const since = daysAfterSunday(day);
  if (since === 0) return day + 1;
  return since === 6 ? day + 2 : day;
}

/** The day, or the Friday before it if it falls on a weekend. */
export function onWeekdayBefore(day: Day): Day {
  const since = daysAfterSunday(day);
  if (since === 0) return day - 2;
  return since === 6 ? day - 1 : day;
}
