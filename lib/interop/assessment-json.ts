import type { Assessment } from '#lib/domain/assessment.ts';
import { isoDay } from '#lib/domain/case-day.ts';
import { type Instant, MINUTE_MS } from '#lib/domain/units.ts';
import { offsetMs } from '#lib/domain/zone-offset.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * An assessment as JSON for people. Days (`day`, `…Day`) become ISO dates and instants (`at`, `until`, `…At`) ISO times with the
 * offset of `zone`; a distance stays an integer of micrometres with Um in its name.
 */
export function assessmentJson(assessment: Assessment, zone: string, asOf: Instant): Json {
  return readable({ asOf: isoInstant(asOf, zone), zone, ...assessment }, '', zone);
}

/** `2026-03-12T08:00:00+01:00`: what the clock in `zone` shows at an instant, with milliseconds only if there are any. */
export function isoInstant(at: Instant, zone: string): string {
  const offset = Math.trunc(offsetMs(zone, at) / MINUTE_MS);
  const local = new Date(at + offset * MINUTE_MS).toISOString().replace('.000Z', '').replace('Z', '');
  if (offset === 0) return `${local}Z`;
  const size = Math.abs(offset);
  const hours = String(Math.floor(size / 60)).padStart(2, '0');
  const minutes = String(size % 60).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${hours}:${minutes}`;
}

function readable(value: unknown, key: string, zone: string): Json {
  if (typeof value === 'number') return readableNumber(value, key, zone);
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map((entry) => readable(entry, key, zone));
  if (typeof value !== 'object') return null;
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [name, readable(entry, name, zone)]),
  );
}

function readableNumber(value: number, key: string, zone: string): Json {
  if (/^(day|.*[a-z]Day)$/.test(key) && !key.endsWith('PerDay')) return isoDay(value);
  if (/^(at|until|.*[a-z]At)$/.test(key)) return isoInstant(value, zone);
  return value;
}
