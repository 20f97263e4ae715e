import { dayFromIso, existsLocally, instantAt } from '#lib/domain/case-day.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import { type Day, type Instant, MINUTE_MS } from '#lib/domain/units.ts';

const MOMENT =
  /^(\d{4}-\d{2}-\d{2})[ T]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(\.\d{1,3})?)?(?: ?(Z|[+-](?:0\d|1[0-4]):[0-5]\d))?$/;
const FIRST_YEAR = 2000;
const LAST_YEAR = 2099;

/** Days that a case file may name: a slip of the finger in the year is caught, and no loop runs for centuries. */
export function caseFileDay(iso: string): Result<Day, string> {
  const day = dayFromIso(iso);
  if (day === null) return refused(`${quoted(iso)} is not a day; write year-month-day, such as 2026-03-12`);
  const year = Number(iso.slice(0, 4));
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    return refused(`${iso} is outside ${FIRST_YEAR} to ${LAST_YEAR}; correct the year`);
  }
  return ok(day);
}

/**
 * An instant as a person writes it: `2026-03-12 08:00` on the clock in `zone`, or with an offset
 * (`2026-03-12T08:00:00+01:00`, `…Z`). A local time that the clocks skip is refused; of one that they repeat the
 * first is taken, and an offset names the second. The reason is a sentence without its field.
 */
export function momentAt(text: string, zone: string): Result<Instant, string> {
  const match = MOMENT.exec(text);
  if (!match)
    return refused(
      `${quoted(text)} is not a time; write 2026-03-12 08:00, or 2026-03-12T08:00+01:00 with an offset`,
    );
  const [, date = '', hour, minute, second = '0', fraction = '', offset] = match;
  const found = caseFileDay(date);
  if (!found.ok) return found;
  const minuteOfDay = Number(hour) * 60 + Number(minute);
  const restMs = Math.round(Number(`${second}${fraction}`) * 1000);
  if (offset !== undefined) return ok(instantAt('UTC', found.value, minuteOfDay) + restMs - offsetOf(offset));
  if (!existsLocally(zone, found.value, minuteOfDay)) {
    return refused(
      `${date} ${hour}:${minute} does not exist in ${zone}, the clocks go forward over it; write the time that the clock showed`,
    );
  }
  return ok(instantAt(zone, found.value, minuteOfDay) + restMs);
}

function offsetOf(text: string): number {
  if (text === 'Z') return 0;
  const [hours, minutes] = text.slice(1).split(':').map(Number);
  return (text.startsWith('-') ? -1 : 1) * ((hours ?? 0) * 60 + (minutes ?? 0)) * MINUTE_MS;
}

function quoted(text: string): string {
  return `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;
}
