import 'server-only';
import type { LastChange } from '#lib/data/last-change.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';

/** Somebody else saved the same thing first: what is on record now, who wrote it and when. Nothing was written. */
export type StaleReason<Thing> = { kind: 'stale'; theirs: Thing; last: LastChange | null };

/**
 * The thing as it would be after the change, whose version is one more. `before` is what is on record, `seen` the
 * version that the person had on the screen. A change that is on record already, as after a retry, is `null`.
 */
export async function changeVersioned<Thing extends { version: number }>(
  { before, after, seen }: { before: Thing; after: Omit<Thing, 'version'>; seen: number },
  lastChange: () => Promise<LastChange | null>,
): Promise<Result<Thing | null, StaleReason<Thing>>> {
  const next = { ...after, version: before.version + 1 } as Thing;
  if (Object.keys(changesBetween(before, next)).length === 0) return ok(null);
  if (seen !== before.version) return refused({ kind: 'stale', theirs: before, last: await lastChange() });
  return ok(next);
}

/** What differs, as [before, after] by field, for the trail; the version does not count. */
export function changesBetween<Thing extends object>(before: Thing, after: Thing): Record<string, unknown> {
  const keys = Object.keys(after) as (keyof Thing & string)[];
  return Object.fromEntries(
    keys
      .filter((key) => key !== 'version' && JSON.stringify(before[key]) !== JSON.stringify(after[key]))
      .map((key) => [key, [before[key], after[key]]]),
  );
}
