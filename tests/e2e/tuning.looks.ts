import { test } from './fixtures.ts';

test.use({ who: 'administrator' });

test('the tuning of the rules', async ({ page, look }) => {
  await page.goto('/admin/tuning?silenceMin=12', { waitUntil: 'networkidle' });
  await look(page, 'tuning');
});
