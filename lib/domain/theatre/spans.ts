import type { Span } from './schedule.ts';

/** What two parts of time have in common; null: nothing. */
export function common<T extends Span>(one: T, other: Span): T | null {
  const from = Math.max(one.from, other.from);
  const until = Math.min(one.until, other.until);
  return from < until ? { ...one, from, until } : null;
}

/** What is left of a part of time once others are taken away, in order. */
export function without<T extends Span>(span: T, taken: readonly Span[]): T[] {
  const rest: T[] = [];
  let from = span.from;
  const within = taken.filter((one) => one.until > span.from && one.from < span.until);
  for (const one of within.sort((a, b) => a.from - b.from)) {
    if (one.until <= from) continue;
    if (one.from > from) rest.push({ ...span, from, until: one.from });
    from = Math.max(from, one.until);
  }
  if (from < span.until) rest.push({ ...span, from });
  return rest;
}

/** Whether one part of time lies wholly in another. */
export function isWithin(inner: Span, outer: Span): boolean {
  return inner.from >= outer.from && inner.until <= outer.until;
}
