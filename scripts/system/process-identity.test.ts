import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { identityByPs, processIdentity } from './process-identity.ts';

const hasPs = spawnSync('ps', ['-o', 'stat=', '-p', String(process.pid)]).status === 0;

test('a living process has an identity that does not change, and another than one of another time', () => {
  const own = processIdentity(process.pid);
  expect(own).toBeDefined();
  expect(processIdentity(process.pid)).toBe(own);
  expect(processIdentity(1)).not.toBe(own);
});

// What macOS uses, tried wherever there is `ps`.
test.runIf(hasPs)('without /proc it is the same second in every language and zone', () => {
  const own = identityByPs(process.pid);
  expect(own).toMatch(/^\w{3} \w{3} \d{1,2} \d\d:\d\d:\d\d \d{4}$/);
  const { TZ } = process.env;
  try {
    process.env.TZ = 'Asia/Kathmandu';
    expect(identityByPs(process.pid)).toBe(own);
  } finally {
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
  }
});
