import { afterEach, beforeEach, expect, test, vi } from 'vitest';

beforeEach(() => {
  vi.resetModules();
});

afterEach(() => {
  vi.unstubAllEnvs();
});

async function nowUnder(setting: string): Promise<number> {
  vi.stubEnv('TURNWISE_CLOCK', setting);
  const { now } = await import('./clock.ts');
  return now();
}

test('the real time when nothing is set', async () => {
  const before = Date.now();
  const at = await nowUnder('');
  expect(at).toBeGreaterThanOrEqual(before);
  expect(at).toBeLessThanOrEqual(Date.now());
});

test('stopped', async () => {
  expect(await nowUnder('2026-03-01T08:00:00Z')).toBe(Date.UTC(2026, 2, 1, 8));
});

test('shifted', async () => {
  const before = Date.now();
  expect((await nowUnder('-3d')) - before + 259_200_000).toBeLessThan(1_000);
});
