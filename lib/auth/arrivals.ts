import 'server-only';
import { ok, type Result, refused } from '#lib/domain/result.ts';

/** Why a file is not taken in now: another of the same person is on its way, or as many as there is memory for. */
export type NotNow = 'one-at-a-time' | 'busy';

/**
 * Takes in at most `most` files at once, one a person: nobody's slow connection keeps everybody else waiting. Who is
 * refused comes again; nothing waits here.
 */
export function createArrivals(most: number) {
  const arriving = new Set<string>();

  return async <T>(personId: string, take: () => Promise<T>): Promise<Result<T, NotNow>> => {
    if (arriving.has(personId)) return refused('one-at-a-time');
    if (arriving.size >= most) return refused('busy');
    arriving.add(personId);
    try {
      return ok(await take());
    } finally {
      arriving.delete(personId);
    }
  };
}
