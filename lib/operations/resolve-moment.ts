import 'server-only';
import { existsLocally, instantAt } from '#lib/domain/case-day.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import { CLOCK_TOLERANCE_MIN } from '#lib/domain/turn/accept-report.ts';
import { type Instant, MINUTE_MS } from '#lib/domain/units.ts';
import type { Moment } from '#lib/schemas/form-fields.ts';

export type MomentRefusal<Field extends string> =
  | { kind: 'time-does-not-exist'; field: Field; zone: string }
  | { kind: 'in-the-future'; field: Field; now: Instant };

/** The instant of what was said, refused where the clocks of that zone skip it. */
export function resolveMoment<Field extends string>(
  zone: string,
  moment: Moment,
  field: Field,
): Result<Instant, MomentRefusal<Field>> {
  if (typeof moment === 'number') return ok(moment);
  if (!existsLocally(zone, moment.day, moment.minute))
    return refused({ kind: 'time-does-not-exist', field, zone });
  return ok(instantAt(zone, moment.day, moment.minute));
}

/** The same for what has happened: refused when it lies ahead of the clock. */
export function resolvePast<Field extends string>(
  zone: string,
  moment: Moment,
  field: Field,
  now: Instant,
): Result<Instant, MomentRefusal<Field>> {
  const at = resolveMoment(zone, moment, field);
  return at.ok && at.value > now + CLOCK_TOLERANCE_MIN * MINUTE_MS
    ? refused({ kind: 'in-the-future', field, now })
    : at;
}
