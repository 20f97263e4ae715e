import { HOUR_MS, type Instant } from '#lib/domain/units.ts';
import { formatInstant } from './format-date.ts';

/** From when a hand-over tells, and what was chosen for it. */
export type HandOverSpan = { since: Instant; hours: number | null };

export type SpanOption = { href: string; label: string; current: boolean };

/** Without a mark, a hand-over tells of the last day. */
const FIRST_HOURS = 24;
/** Further back is the timeline of each case. */
const MOST_HOURS = 31 * 24;

const CHOICES = [
  { hours: 12, label: '12 hours' },
  { hours: 24, label: '24 hours' },
  { hours: 72, label: '3 days' },
  { hours: 168, label: '7 days' },
];

/** Reads the address: so many hours back, else since the mark of this person, at most 31 days. */
export function handOverSpan(hours: unknown, mark: Instant | null, now: Instant): HandOverSpan {
  const chosen = typeof hours === 'string' && /^\d{1,3}$/.test(hours) ? Number(hours) : 0;
  if (chosen >= 1) {
    const within = Math.min(chosen, MOST_HOURS);
    return { since: now - within * HOUR_MS, hours: within };
  }
  const since = mark ?? now - FIRST_HOURS * HOUR_MS;
  return { since: Math.max(since, now - MOST_HOURS * HOUR_MS), hours: null };
}

export function spanOptions({ hours }: HandOverSpan, mark: Instant | null, zone: string): SpanOption[] {
  return [
    {
      href: '/hand-over',
      label: mark === null ? 'Since yesterday' : `Since I looked, ${formatInstant(mark, zone)}`,
      current: hours === null,
    },
    ...CHOICES.map((choice) => ({
      href: `/hand-over?hours=${choice.hours}`,
      label: choice.label,
      current: choice.hours === hours,
    })),
  ];
}
