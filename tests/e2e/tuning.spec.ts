import { expect, test } from './fixtures.ts';

test.use({ who: 'administrator' });

test('another default is tried on the cases of the last months, with the progress in sight, and a figure that cannot be is named', async ({
  page,
  problems,
  axe,
}) => {
  problems.allow(/status of 400|400 \(Bad Request\)/);
  await page.goto('/admin/defaults');
  await page.getByRole('link', { name: 'Try other defaults on last month' }).click();
  // The page that is left has fields of the same names.
  await expect(page.getByRole('heading', { level: 1, name: 'Tuning' })).toBeVisible();
  const count = page.getByRole('button', { name: 'Count' });
  await page.getByLabel('Silence', { exact: true }).fill('often');
  await count.click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('silenceMin');
  await page.getByLabel('Silence', { exact: true }).fill('240');
  await count.click();
  await expect(page.getByText(/^(\d+) of \1 cases counted, that is all$/)).toBeVisible({
    timeout: 45_000,
  });
  const silence = page.getByRole('row', { name: /^No report/ });
  await expect(silence.getByRole('cell').last()).toHaveText(/^\u2212\d+$/);
  await axe(page);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the same form is an address, and the page counts', async ({ page }) => {
    await page.goto('/admin/tuning');
    await page.getByLabel('Silence', { exact: true }).fill('240');
    await page.getByRole('button', { name: 'Count' }).click();
    await expect(page).toHaveURL(/silenceMin=240/);
    await expect(page.getByText(/^\d+ of \d+ cases counted/)).toBeVisible();
    await expect(page.getByRole('row', { name: /^No report/ })).toBeVisible();
    await expect(page.getByLabel('Silence', { exact: true })).toHaveValue('240');
    await page.goto('/admin/tuning?silenceMin=often');
    await expect(page.getByRole('main').getByRole('alert')).toContainText('silenceMin');
  });
});
