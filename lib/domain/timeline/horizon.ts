import type { Instant } from '#lib/domain/units.ts';

/** A clock that stands still and remembers what it was asked: the source of `reassessAt`. */
export type Horizon = {
  /** Whether an instant has come (`at <= asOf`). */
  reached: (at: Instant) => boolean;
  /** The earliest instant asked about that has not come; null if there is none. */
  next: () => Instant | null;
};

export function horizonAt(asOf: Instant): Horizon {
  let next: Instant | null = null;
  return {
    reached(at) {
      if (at <= asOf) return true;
      if (next === null || at < next) next = at;
      return false;
    },
    next: () => next,
  };
}
