import { expect, test } from './fixtures.ts';

test('the server and the page stand at the same instant, and the page is watched', async ({
  page,
  problems,
}) => {
  await page.goto('/sign-in');
  expect(await page.evaluate(() => new Date().toISOString())).toBe('2026-03-04T09:30:00.000Z');
  expect(problems.unexpected()).toEqual([]);

  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "injected"';
    document.body.append(script);
    console.error('planted');
    setTimeout(() => {
      throw new Error('thrown later');
    });
  });
  await page.evaluate(() => fetch('http://127.0.0.1:9/').catch(() => undefined));
  await expect.poll(() => problems.unexpected().join('\n')).toMatch(/planted[\s\S]*/);
  const found = problems.unexpected().join('\n');
  expect(found).toContain('CSP violation');
  expect(found).toContain('planted');
  expect(found).toContain('thrown later');
  expect(await page.title()).not.toBe('injected');
  problems.allow(/./);
});
