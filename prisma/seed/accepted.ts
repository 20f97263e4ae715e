import type { Result } from '#lib/domain/result.ts';

/** The value of a result. The demonstration holds nothing that is refused: throws, naming what was being written. */
export function accepted<T>(result: Result<T, unknown>, what: string): T {
  if (result.ok) return result.value;
  throw new Error(`${what} was refused: ${JSON.stringify(result.reason)}`);
}
