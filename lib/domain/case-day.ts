import { type Day, type Instant, MINUTE_MS, type Minutes } from '#lib/domain/units.ts';
import { offsetMs } from './zone-offset.ts';

const DAY_MS = 24 * 60 * MINUTE_MS;
/** From 0000-03-01. */
const DAYS_BEFORE_1970 = 719_468;
const DAYS_OF_400_YEARS = 146_097;

/** A local wall-clock reading in the case's zone. */
export type LocalTime = { day: Day; minute: Minutes };

/** The calendar day for `YYYY-MM-DD`, or null if there is no such day (2026-02-30). */
export function dayFromIso(iso: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!match) return null;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const day = Math.round(Date.UTC(year, month - 1, date) / DAY_MS);
  return isoDay(day) === iso ? day : null;
}

/**
 * `YYYY-MM-DD` of a calendar day of the years 0 to 9999. A page of a case writes hundreds of days: this is a
 * fraction of what a `Date` costs. Counted in years that begin with March, whose leap day is the last.
 */
export function isoDay(day: Day): string {
  const sinceEra = day + DAYS_BEFORE_1970;
  const era = Math.floor(sinceEra / DAYS_OF_400_YEARS);
  const ofEra = sinceEra - era * DAYS_OF_400_YEARS;
  const leapDays = Math.floor(ofEra / 1460) - Math.floor(ofEra / 36_524) + Math.floor(ofEra / 146_096);
  const yearOfEra = Math.floor((ofEra - leapDays) / 365);
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const month = Math.floor((5 * ofYear + 2) / 153);
  const date = ofYear - Math.floor((153 * month + 2) / 5) + 1;
  const year = era * 400 + yearOfEra + (month < 10 ? 0 : 1);
  return `${padded(year, 4)}-${padded(month < 10 ? month + 3 : month - 9, 2)}-${padded(date, 2)}`;
}

const padded = (number: number, digits: number) => String(number).padStart(digits, '0');

/** What the wall clock in `zone` shows at an instant, to the minute. */
export function localTime(zone: string, at: Instant): LocalTime {
  const local = at + offsetMs(zone, at);
  const day = Math.floor(local / DAY_MS);
  return { day, minute: Math.floor((local - day * DAY_MS) / MINUTE_MS) };
}

/** The calendar day in `zone` at an instant. */
export function dayOf(zone: string, at: Instant): Day {
  return localTime(zone, at).day;
}

/**
 * The instant of a local time. A time that the clocks skip is moved forward by the skip; of a time that they
 * repeat, the first is taken. Ask `existsLocally` before accepting one that a person typed.
 */
export function instantAt(zone: string, day: Day, minute: Minutes): Instant {
  const naive = day * DAY_MS + minute * MINUTE_MS;
  const dayBefore = offsetMs(zone, naive - DAY_MS);
  const before = naive - dayBefore;
  if (offsetMs(zone, before) === dayBefore) return before;
  const dayAfter = offsetMs(zone, naive + DAY_MS);
  const after = naive - dayAfter;
  return offsetMs(zone, after) === dayAfter ? after : before;
}

/** False for a local time that the change of clocks skips. */
export function existsLocally(zone: string, day: Day, minute: Minutes): boolean {
  const found = localTime(zone, instantAt(zone, day, minute));
  return found.day === day && found.minute === minute;
}

/** The first instant of a local day: midnight, or what follows it where midnight is skipped. */
export function startOfDay(zone: string, day: Day): Instant {
  return instantAt(zone, day, 0);
}
