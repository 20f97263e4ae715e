import { test } from './fixtures.ts';

test.use({ who: 'surgeon' });

test('the outcomes of the unit', async ({ page, look }) => {
  await page.goto('/outcomes?from=2025-06-01', { waitUntil: 'networkidle' });
  await look(page, 'outcomes');
});
