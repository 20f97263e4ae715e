import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

test.use({ who: 'nurse' });

const lines = (page: Page) => page.getByRole('list', { name: 'Open cases, worst first' }).getByRole('link');

const PAGE = 50;
const countOn = async (link: Locator) => Number((await link.textContent())?.match(/\d+/)?.[0]);

test('filters live in the address, count what they leave, and come off again', async ({ page, axe }) => {
  await page.goto('/');
  const level = page.getByRole('navigation', { name: 'Level' }).getByRole('link', { name: /^Act now/ });
  await level.click();
  await expect(page).toHaveURL(/\?level=act-now$/);
  await expect(level).toHaveAttribute('aria-current', 'true');
  // Other tests open cases meanwhile: what the page counts is held against what the same page lists.
  expect(await lines(page).count()).toBe(await countOn(level));
  await page
    .getByRole('navigation', { name: 'Phase' })
    .getByRole('link', { name: /^Activation/ })
    .click();
  await expect(page).toHaveURL(/phase=activation&level=act-now$/);
  await page.reload();
  await expect(level).toHaveAttribute('aria-current', 'true');
  await axe(page);
  await page.getByRole('link', { name: 'Show all open cases' }).click();
  await expect(level).not.toHaveAttribute('aria-current');
  const all = page.getByRole('navigation', { name: 'Whose cases' }).getByRole('link', { name: /^All/ });
  expect(await lines(page).count()).toBe(Math.min(await countOn(all), PAGE));
});

test('the search finds by name and by number, and says when nothing matches', async ({ page, axe }) => {
  await page.goto('/');
  const search = page.getByRole('searchbox').filter({ visible: true });
  await expect(async () => {
    await page.keyboard.press('/');
    await expect(search).toBeFocused({ timeout: 2_000 });
  }).toPass();
  await search.fill('');
  await page.keyboard.type('thornb');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=thornb/);
  await expect(lines(page)).toHaveCount(1);
  await page.goto('/?q=NM-480105');
  await expect(lines(page)).toHaveText([/Warsame/i]);
  await page.goto('/?q=nobody-at-all');
  await expect(page.getByText(/case matches “nobody-at-all”/)).toBeVisible();
  await axe(page);
});

test('j and k move, Enter opens, and going back keeps the place', async ({ page }) => {
  await page.goto('/?level=look-today');
  await expect(lines(page).first()).toBeVisible();
  for (const key of ['j', 'j', 'j', 'k']) await page.keyboard.press(key);
  await expect(lines(page).nth(1)).toBeFocused();
  const href = await lines(page).nth(1).getAttribute('href');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${href}$`));
  await page.goBack();
  await expect(page).toHaveURL(/\?level=look-today$/);
  await expect(lines(page).nth(1)).toHaveAttribute('href', href ?? '');
});

test('going back returns to where the list was scrolled to', async ({ page }) => {
  await page.goto('/');
  const line = lines(page).nth(30);
  await line.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  expect(before).toBeGreaterThan(200);
  await line.click();
  await page.waitForURL(/\/cases\//);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goBack();
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before - 50);
});
