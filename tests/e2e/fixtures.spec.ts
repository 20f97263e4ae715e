import { expect, test } from './fixtures.ts';

test('the server and the page stand at the same instant, and the page is watched', async ({
  page,
  problems,
}) => {
  await page.goto('/sign-in');
  expect(await page.evaluate(() => new Date().toISOString())).toBe('2026-03-04T09:30:00.000Z');
  expect(problems.unexpected()).toEqual([]);

  await page.evaluate(() => {
    console.error('planted');
    setTimeout(() => {
      throw new Error('thrown later');
    });
  });
  await page.evaluate(() => fetch('http://127.0.0.1:9/').catch(() => undefined));
  for (const expected of [/^console error: planted/, /thrown later/, /CSP violation: connect-src/]) {
    await expect.poll(() => problems.unexpected()).toContainEqual(expect.stringMatching(expected));
  }
  problems.allow(/./);
});
