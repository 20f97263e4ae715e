import { afterEach, expect, it, vi } from 'vitest';

const seen = 'spoofed, 198.51.100.1, 10.0.0.2';

async function addressWith(proxies: string | undefined, forwarded: string | undefined): Promise<string> {
  vi.resetModules();
  vi.stubEnv('TURNWISE_TRUSTED_PROXIES', proxies);
  const { clientAddress } = await import('./client-address.ts');
  return clientAddress(new Headers(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }));
}

afterEach(() => vi.unstubAllEnvs());

it.each([
  [undefined, '192.0.2.7', '192.0.2.7'],
  ['1', 'spoofed, 198.51.100.1', '198.51.100.1'],
  ['2', seen, '198.51.100.1'],
  ['5', seen, 'unknown'],
  [undefined, undefined, 'unknown'],
])('with %s proxies and %j the client is %s', async (proxies, forwarded, expected) => {
  expect(await addressWith(proxies, forwarded)).toBe(expected);
});
