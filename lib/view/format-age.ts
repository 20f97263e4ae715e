import { isoDay } from '#lib/domain/case-day.ts';
import type { Day } from '#lib/domain/units.ts';

/**
 * Age on a day as paediatric clinicians say it: days in the first four weeks (`12 d`), weeks to six months
 * (`17 w`), months to two years (`16 m`), then years and months (`3 y 2 m`), years alone from 18.
 */
export function formatAge(bornDay: Day, onDay: Day): string {
  const days = onDay - bornDay;
  if (days < 0) return 'not yet born';
  if (days < 28) return `${days} d`;
  if (days < 182) return `${Math.floor(days / 7)} w`;
  const months = wholeMonths(bornDay, onDay);
  if (months < 24) return `${months} m`;
  const years = Math.floor(months / 12);
  return years >= 18 || months % 12 === 0 ? `${years} y` : `${years} y ${months % 12} m`;
}

/** Months completed between two days. */
export function wholeMonths(from: Day, to: Day): number {
  const [year = 0, month = 0, date = 0] = isoDay(from).split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDate = 0] = isoDay(to).split('-').map(Number);
  const months = (toYear - year) * 12 + toMonth - month;
  return toDate < date ? months - 1 : months;
}
