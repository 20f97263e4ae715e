import { type Instant, MINUTE_MS } from '#lib/domain/units.ts';

type Transition = { at: Instant; offset: number };

const WEEK_MS = 7 * 24 * 60 * MINUTE_MS;
const SPAN_MS = 52 * WEEK_MS;
const formats = new Map<string, Intl.DateTimeFormat>();
const zones = new Map<string, Map<number, readonly Transition[]>>();

/** Whether the platform's time-zone database knows this IANA name. */
export function isZone(zone: string): boolean {
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}

/**
 * Local time minus UTC, in ms, at an instant. The offsets of a zone are looked up once for 52 weeks: asking
 * `Intl` for each slot of a case cost more than the whole assessment.
 */
export function offsetMs(zone: string, at: Instant): number {
  let spans = zones.get(zone);
  if (!spans) {
    spans = new Map();
    zones.set(zone, spans);
  }
  const span = Math.floor(at / SPAN_MS);
  let transitions = spans.get(span);
  if (!transitions) {
    transitions = transitionsOf(zone, span * SPAN_MS);
    spans.set(span, transitions);
  }
  let offset = 0;
  for (const transition of transitions) {
    if (transition.at > at) break;
    offset = transition.offset;
  }
  return offset;
}

function transitionsOf(zone: string, start: Instant): readonly Transition[] {
  const found: Transition[] = [{ at: start, offset: lookUp(zone, start) }];
  for (let from = start; from < start + SPAN_MS; from += WEEK_MS) {
    const to = from + WEEK_MS;
    if (lookUp(zone, from) !== lookUp(zone, to)) found.push(bisect(zone, from, to));
  }
  return found;
}

function bisect(zone: string, from: Instant, to: Instant): Transition {
  const before = lookUp(zone, from);
  let low = from;
  let high = to;
  while (high - low > MINUTE_MS) {
    const middle = Math.floor((low + high) / 2 / MINUTE_MS) * MINUTE_MS;
    if (lookUp(zone, middle) === before) low = middle;
    else high = middle;
  }
  return { at: high, offset: lookUp(zone, high) };
}

function lookUp(zone: string, at: Instant): number {
  const part: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(at)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US-u-ca-iso8601-nu-latn', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  return format;
}
