import { isoDay } from '#lib/domain/case-day.ts';
import type { Day } from '#lib/domain/units.ts';
import { counted, formatDay } from './format-date.ts';

/** Days, the last one included. */
export type DayRange = { from: Day; through: Day };

/** Days that are not shown, and the day that names the page with those nearest to what is. */
export type LeftOut = { words: string; until: string };

/** The days of a page, and what it leaves out on either side; null: nothing. */
export type DayPage = DayRange & { earlier: LeftOut | null; later: LeftOut | null };

/** The page of at most so many days that holds `shown`, or the one nearest to it: pages are counted back from the last day. */
export function dayPage(whole: DayRange, mostDays: number, shown: Day): DayPage {
  const within = Math.min(Math.max(shown, whole.from), whole.through);
  const through = whole.through - Math.floor((whole.through - within) / mostDays) * mostDays;
  const from = Math.max(whole.from, through - mostDays + 1);
  return {
    from,
    through,
    earlier: from > whole.from ? leftOut(whole.from, from - 1, from - 1) : null,
    later:
      through < whole.through
        ? leftOut(through + 1, whole.through, Math.min(through + mostDays, whole.through))
        : null,
  };
}

function leftOut(from: Day, through: Day, until: Day): LeftOut {
  const days = counted(through - from + 1, 'day');
  return { words: `${days}, ${formatDay(from)} to ${formatDay(through)}`, until: isoDay(until) };
}
