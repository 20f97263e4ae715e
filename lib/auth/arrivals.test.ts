import { expect, it } from 'vitest';
import { createArrivals } from './arrivals.ts';

it('takes in one file a person and so many in all, and each again once it is done', async () => {
  const arrive = createArrivals(2);
  const ends: (() => void)[] = [];
  const slow = () => new Promise<void>((resolve) => ends.push(resolve));
  const quick = async () => 'taken';
  const first = arrive('ann', slow);
  expect(await arrive('ann', quick)).toEqual({ ok: false, reason: 'one-at-a-time' });
  const second = arrive('ben', slow);
  expect(await arrive('cleo', quick)).toEqual({ ok: false, reason: 'busy' });
  for (const end of ends) end();
  await Promise.all([first, second]);
  for (const person of ['ann', 'cleo'])
    expect(await arrive(person, quick)).toEqual({ ok: true, value: 'taken' });
});

it('forgets a file that failed', async () => {
  const arrive = createArrivals(1);
  const fail = () => Promise.reject(new Error('no'));
  await expect(arrive('ann', fail)).rejects.toThrow('no');
  expect(await arrive('ben', async () => 1)).toEqual({ ok: true, value: 1 });
});
