import { isoDay, localTime } from '#lib/domain/case-day.ts';
import type { Day, Instant, Minutes } from '#lib/domain/units.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** `14-Jul-2025`. */
export function formatDay(day: Day): string {
  const [year = '', month, date] = isoDay(day).split('-');
  return `${date}-${MONTHS[Number(month) - 1]}-${year}`;
}

/** `14-Jul`: only beside a full date that gives the year. */
export function formatDayShort(day: Day): string {
  return formatDay(day).slice(0, 6);
}

/** `Mon`. */
export function formatWeekday(day: Day): string {
  return WEEKDAYS[(((day + 4) % 7) + 7) % 7] ?? '';
}

/** `20:05` of a minute of the local day. */
export function formatMinute(minute: Minutes): string {
  const hour = Math.floor(minute / 60);
  return `${String(hour).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** `14-Jul-2025 20:05` on the wall clock of `zone`. */
export function formatInstant(at: Instant, zone: string): string {
  const { day, minute } = localTime(zone, at);
  return `${formatDay(day)} ${formatMinute(minute)}`;
}

/** `14-Jul 20:05`: only where the year is in sight. */
export function formatInstantShort(at: Instant, zone: string): string {
  const { day, minute } = localTime(zone, at);
  return `${formatDayShort(day)} ${formatMinute(minute)}`;
}

/** ` (Europe/Madrid time)` where the case's zone is not the clinic's, else nothing. */
export function zoneNote(zone: string, clinicZone: string): string {
  return zone === clinicZone ? '' : ` (${zone.replaceAll('_', ' ')} time)`;
}

/** `1 day`, `2 days`: a whole number with its noun. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** A length of time in the two units that say it best: `45 min`, `3 h`, `1 d 4 h`, `12 d`. */
export function formatDuration(minutes: Minutes): string {
  const whole = Math.max(0, Math.floor(minutes));
  if (whole < 60) return `${whole} min`;
  const hours = Math.floor(whole / 60);
  if (hours < 24) return whole % 60 === 0 || hours >= 6 ? `${hours} h` : `${hours} h ${whole % 60} min`;
  const days = Math.floor(hours / 24);
  return hours % 24 === 0 || days >= 4 ? `${days} d` : `${days} d ${hours % 24} h`;
}
