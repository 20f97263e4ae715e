import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';

test.use({ who: 'surgeon' });

test('outcomes are narrowed in the address, every point opens its case, and the file is of the same cases', async ({
  page,
}) => {
  await page.goto('/outcomes');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Outcomes');
  const count = async () => Number((await page.locator('#cases h2').textContent())?.match(/\d+/)?.[0]);
  const all = await count();
  await page.getByLabel('Site').selectOption('mandible');
  await page.getByRole('button', { name: 'Count these' }).click();
  await expect(page).toHaveURL(/site=mandible/);
  await expect.poll(count).toBeLessThan(all);
  await expect(page.getByText('few: fewer than 30').first()).toBeVisible();

  const dot = page.locator('#adherence svg a').first();
  const address = await dot.getAttribute('href');
  const lines = await page.locator('#cases tbody tr').count();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Take as CSV' }).click();
  const csv = await readFile(await (await download).path(), 'utf8');
  expect(csv.trim().split('\r\n')).toHaveLength(lines + 1);
  expect(csv).toContain(address?.replace('/cases/', '') ?? 'no case');

  await dot.click();
  await expect(page).toHaveURL(new RegExp(`${address}$`));
  await page.goBack();
  await expect(page.getByLabel('Site')).toHaveValue('mandible');
  await page.getByRole('link', { name: 'Count all cases' }).click();
  // Others may have completed one meanwhile.
  await expect.poll(count).toBeGreaterThanOrEqual(all);
});
