import { afterEach, expect, it, vi } from 'vitest';

async function withSecret(secret: string | undefined) {
  vi.resetModules();
  vi.stubEnv('TURNWISE_SECRET', secret);
  return import('./sealed-secret.ts');
}

afterEach(() => vi.unstubAllEnvs());

it('opens for the same person and the same setting only, and not once changed', async () => {
  const { sealSecret, openSecret } = await withSecret('a'.repeat(32));
  const sealed = sealSecret('ana', 'JBSWY3DPEHPK3PXP');
  expect(sealed).not.toContain('JBSWY3DPEHPK3PXP');
  expect(sealSecret('ana', 'JBSWY3DPEHPK3PXP')).not.toBe(sealed);
  expect(openSecret('ana', sealed)).toBe('JBSWY3DPEHPK3PXP');
  expect(openSecret('bea', sealed)).toBeNull();
  expect(openSecret('ana', `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`)).toBeNull();
  expect(openSecret('ana', 'AAAAAAAAAAAAAAAAAAAA')).toBeNull();
  const other = await withSecret('b'.repeat(32));
  expect(other.openSecret('ana', sealed)).toBeNull();
});

it('says which setting is missing', async () => {
  const { sealSecret } = await withSecret(undefined);
  expect(() => sealSecret('ana', 'x')).toThrow(/TURNWISE_SECRET is missing/);
});
