import { generateSync } from 'otplib';
import { expect, test } from 'vitest';
import { newSecret, otpauthUri, stepOfCode } from './totp.ts';

// RFC 6238, appendix B: the ASCII secret 12345678901234567890 and the last six digits of its codes.
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_234_567_890, '005924'],
  [20_000_000_000, '353130'],
])('at %i seconds the code of the standard is %s', (seconds, code) => {
  expect(stepOfCode(secret, code, seconds * 1_000)).toBe(Math.floor(seconds / 30));
});

test('a code counts in its half minute, the one before and the one after, and no longer', () => {
  const step = 50_000_000;
  const code = generateSync({ secret, epoch: step * 30 });
  const at = (offset: number) => stepOfCode(secret, code, (step * 30 + offset) * 1_000);
  expect([-31, -30, -1, 0, 29, 30, 59, 60].map(at)).toEqual([null, step, step, step, step, step, step, null]);
});

test.each(['', '12345', '1234567', 'abcdef', '12 456', '１２３４５６', '-12345'])(
  '%j is no code',
  (typed) => {
    expect(stepOfCode(secret, typed, 59_000)).toBeNull();
  },
);

test('a secret is new each time, and travels in an address that names the account', () => {
  const made = newSecret();
  expect(made).toMatch(/^[A-Z2-7]{32}$/);
  expect(newSecret()).not.toBe(made);
  const uri = new URL(otpauthUri(made, 'ana@north.example'));
  expect([uri.protocol, uri.host, decodeURIComponent(uri.pathname)]).toEqual([
    'otpauth:',
    'totp',
    '/Turnwise:ana@north.example',
  ]);
  expect([uri.searchParams.get('secret'), uri.searchParams.get('issuer')]).toEqual([made, 'Turnwise']);
});
