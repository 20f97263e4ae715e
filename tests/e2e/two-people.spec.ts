import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

test.use({ who: 'surgeon' });

const linesOf = (page: Page) =>
  page.getByRole('list', { name: 'Open cases, worst first' }).getByRole('listitem');
const lineOf = (page: Page, name: string) => linesOf(page).filter({ hasText: name });

test('what one acknowledges with a key shows on the screen of the other, who keeps place, focus and words', async ({
  page,
  openAs,
  axe,
}) => {
  const nurse = await openAs('nurse');
  await nurse.goto('/?level=look-today');
  const name = (await linesOf(nurse).last().getByRole('link').textContent()) ?? '';
  await page.goto('/');
  await lineOf(page, name).scrollIntoViewIfNeeded();
  const search = page.getByRole('searchbox').filter({ visible: true });
  await search.fill('half a na');
  const scrolled = await page.evaluate(() => scrollY);
  await expect(lineOf(page, name)).not.toContainText('Acknowledged by');

  const notice = nurse.getByRole('status').filter({ hasText: /acknowledged until it worsens/ });
  await expect(async () => {
    await lineOf(nurse, name).getByRole('link').focus();
    await nurse.keyboard.press('a');
    await expect(notice).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(lineOf(page, name)).toContainText('Acknowledged by Maeve Corrigan until it worsens');
  await expect(lineOf(nurse, name)).toContainText('Acknowledged by Maeve Corrigan until it worsens');
  await expect(page.getByRole('status').filter({ hasText: /changed/i })).toBeVisible();
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
  await expect(search).toBeFocused();
  await expect(search).toHaveValue('half a na');
  await axe(page);

  await nurse.getByRole('button', { name: 'Undo' }).click();
  await expect(lineOf(page, name)).not.toContainText('Acknowledged by');
  await expect(search).toHaveValue('half a na');
});
