import { test } from './fixtures.ts';

test('the sign-in page', async ({ page, look }) => {
  await page.goto('/sign-in');
  await page.locator('[name=email]').waitFor();
  await look(page, 'sign-in');
});
