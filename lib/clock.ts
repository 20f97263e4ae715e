import { environment } from './env.ts';

/**
 * The present instant, in epoch milliseconds. The setting TURNWISE_CLOCK, refused in a running clinic,
 * stops or shifts it for tests.
 */
export function now(): number {
  const setting = environment().TURNWISE_CLOCK;
  if (setting?.kind === 'fixed') return setting.at;
  return Date.now() + (setting?.byMs ?? 0);
}
