declare const unit: unique symbol;

/** A number that carries a unit: literals fit, another unit does not. */
type Unit<Name extends string> = number & { readonly [unit]?: Name };

/** Micrometres, integer. Expansion, travel, openings and tolerances. */
export type Um = Unit<'um'>;

/** Hundredths of an actuation, signed integer: 100 is one actuation, -50 half an actuation backwards. */
export type Centi = Unit<'centi'>;

/** Minutes, integer: a length of time, or the minute of a local day (0–1439). */
export type Minutes = Unit<'minutes'>;

/** Epoch milliseconds, integer: a point in time. */
export type Instant = Unit<'instant'>;

/** Days since 1970-01-01, integer: a calendar day in the case's zone, not a point in time. */
export type Day = Unit<'day'>;

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;

/** How far a thread advances: µm for a whole turn, and how many actuations make that turn. */
export type Thread = { umPerTurn: Um; actuationsPerTurn: number };

/**
 * Expansion in µm of a signed number of hundredths of an actuation.
 * Sum actuations first and convert once: three strokes of a third of a turn are exactly one turn.
 */
export function expansionUm(centi: Centi, thread: Thread): Um {
  const exact = (Math.abs(centi) * thread.umPerTurn) / (100 * thread.actuationsPerTurn);
  const um = Math.round(exact);
  return centi < 0 && um !== 0 ? -um : um;
}

/** The hundredths of an actuation nearest to a distance in µm. */
export function actuationsCenti(um: Um, thread: Thread): Centi {
  return Math.round((um * 100 * thread.actuationsPerTurn) / thread.umPerTurn);
}
