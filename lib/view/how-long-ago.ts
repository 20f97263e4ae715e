import { type Instant, MINUTE_MS } from '#lib/domain/units.ts';
import { formatDuration } from './format-date.ts';

const DAY_MINUTES = 24 * 60;

/** How long before `now` something was: `45 min`, `19 h`, `2 d 3 h`. */
export function howLongAgo(at: Instant, now: Instant): string {
  return formatDuration(Math.floor((now - at) / MINUTE_MS));
}

/** The same, from a day on in whole days. */
export function howManyDaysAgo(at: Instant, now: Instant): string {
  const minutes = Math.floor((now - at) / MINUTE_MS);
  return formatDuration(minutes < DAY_MINUTES ? minutes : minutes - (minutes % DAY_MINUTES));
}
