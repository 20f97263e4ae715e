import { dayOf, isoDay, localTime } from '#lib/domain/case-day.ts';
import { type Instant, MINUTE_MS } from '#lib/domain/units.ts';
import { offsetMs } from '#lib/domain/zone-offset.ts';

/** One time in a theatre, as a calendar shows it. */
export type CalendarEvent = {
  /** The same for as long as the booking lives, wherever it moves. */
  uid: string;
  /** Goes up with every change. */
  sequence: number;
  changedAt: Instant;
  startsAt: Instant;
  endsAt: Instant;
  summary: string;
  location: string;
  status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
};

const DAY_MS = 86_400_000;

/**
 * An iCalendar file (RFC 5545) of theatre times on the clock of `zone`, whose changes of offset it carries itself, so that
 * 07:30 is 07:30 in the theatre whatever the reader's device believes.
 */
export function theatreCalendar(name: string, zone: string, events: readonly CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Turnwise//Theatre//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT15M',
    'X-PUBLISHED-TTL:PT15M',
    ...zoneLines(zone, events),
    ...events.flatMap((event) => eventLines(event, zone)),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function eventLines(event: CalendarEvent, zone: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${utc(event.changedAt)}`,
    `LAST-MODIFIED:${utc(event.changedAt)}`,
    `DTSTART;TZID=${zone}:${local(event.startsAt, zone)}`,
    `DTEND;TZID=${zone}:${local(event.endsAt, zone)}`,
    `SUMMARY:${escaped(event.summary)}`,
    `LOCATION:${escaped(event.location)}`,
    `STATUS:${event.status}`,
    `TRANSP:${event.status === 'CANCELLED' ? 'TRANSPARENT' : 'OPAQUE'}`,
    'END:VEVENT',
  ];
}

/** The zone with each change of its offset from before the first event until after the last. */
function zoneLines(zone: string, events: readonly CalendarEvent[]): string[] {
  const times = events.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]);
  if (times.length === 0) return [];
  const from = times.reduce((a, b) => Math.min(a, b)) - 370 * DAY_MS;
  const until = times.reduce((a, b) => Math.max(a, b)) + DAY_MS;
  const onsets = [observance(zone, from, offsetMs(zone, from))];
  for (let at = from; at < until; at += DAY_MS) {
    const before = offsetMs(zone, at);
    if (offsetMs(zone, at + DAY_MS) !== before)
      onsets.push(observance(zone, changeBetween(zone, at), before));
  }
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...onsets.flat(), 'END:VTIMEZONE'];
}

/** The minute within a day at which the offset changes. */
function changeBetween(zone: string, from: Instant): Instant {
  let [low, high] = [from, from + DAY_MS];
  const before = offsetMs(zone, low);
  while (high - low > MINUTE_MS) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE_MS) * MINUTE_MS;
    if (offsetMs(zone, middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

function observance(zone: string, at: Instant, before: number): string[] {
  const after = offsetMs(zone, at);
  const kind = after > before ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${kind}`,
    `DTSTART:${stamp(at + before)}`,
    `TZOFFSETFROM:${offset(before)}`,
    `TZOFFSETTO:${offset(after)}`,
    `END:${kind}`,
  ];
}

function offset(ms: number): string {
  const minutes = Math.round(Math.abs(ms) / MINUTE_MS);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${ms < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`;
}

function local(at: Instant, zone: string): string {
  const { minute } = localTime(zone, at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${isoDay(dayOf(zone, at)).replaceAll('-', '')}T${two(Math.floor(minute / 60))}${two(minute % 60)}00`;
}

const stamp = (at: Instant) => new Date(at).toISOString().replaceAll(/[-:]|\.\d{3}Z/g, '');
const utc = (at: Instant) => `${stamp(at)}Z`;

const escaped = (text: string) =>
  text.replaceAll(/[\\;,]/g, (mark) => `\\${mark}`).replaceAll(/\r?\n/g, '\\n');

/** Lines are of at most 75 octets; what is longer goes on after a line end and a space. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const code = character.codePointAt(0) ?? 0;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (octets + size > 73) {
      parts.push(part);
      part = '';
      octets = 0;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}
