import type { Page } from '@playwright/test';
import { testClock } from '#tests/setup/test-clock.ts';
import { expect, test } from './fixtures.ts';
import { addressOfCase } from './open-case.ts';

test.use({ who: 'surgeon' });

/** The clock of the tests stands still: what she wrote in other tests counts as just now too. */
const NEWS = /Maeve Corrigan: .*contact with the family recorded/;

const linesOf = (page: Page) =>
  page.getByRole('list', { name: 'Open cases, worst first' }).getByRole('listitem');
const lineOf = (page: Page, mrn: string) => linesOf(page).filter({ hasText: mrn });

/** The last line that is of the demonstration: other tests open cases of children of one name meanwhile. */
async function lastMrnOn(page: Page): Promise<string> {
  const line = await lineOf(page, 'MRN NM-').last().textContent();
  return /NM-\d+/.exec(line ?? '')?.[0] ?? '';
}

/** How many cases each reason counts, by its words. */
async function reasonsOn(page: Page): Promise<Record<string, number>> {
  const links = page.getByRole('navigation', { name: 'Reasons' }).getByRole('link');
  const words = (await links.allTextContents()).map((text) => /^(.*\S)\s+(\d+)$/.exec(text) ?? []);
  return Object.fromEntries(words.map(([, reason = '', count]) => [reason, Number(count)]));
}

test('what one acknowledges with a key shows on the screen of the other, who keeps place, focus and words', async ({
  page,
  openAs,
  axe,
}) => {
  const nurse = await openAs('nurse');
  await nurse.goto('/?level=look-today');
  const mrn = await lastMrnOn(nurse);
  await page.goto('/');
  await lineOf(page, mrn).scrollIntoViewIfNeeded();
  const search = page.getByRole('searchbox').filter({ visible: true });
  await search.fill('half a na');
  const counted = (on: Page, level: RegExp) =>
    on.getByRole('navigation', { name: 'Level' }).getByRole('link', { name: level });
  const before = await counted(page, /^Look today/).textContent();
  const reasons = await reasonsOn(page);
  const place = async () => (await lineOf(page, mrn).boundingBox())?.y ?? Number.NaN;
  const stood = await place();
  await expect(lineOf(page, mrn)).not.toContainText('Acknowledged by');

  const notice = nurse.getByRole('status').filter({ hasText: /acknowledged at/ });
  await expect(async () => {
    await lineOf(nurse, mrn).getByRole('link').focus();
    await nurse.keyboard.press('a');
    await expect(notice).toBeVisible({ timeout: 8_000 });
  }).toPass();
  await expect(lineOf(page, mrn)).toContainText('Acknowledged by Maeve Corrigan until it worsens');
  await expect(lineOf(nurse, mrn)).toContainText('Acknowledged by Maeve Corrigan until it worsens');
  await expect(page.getByRole('status').filter({ hasText: /changed/i })).toBeVisible();
  await expect(counted(page, /^Look today/)).not.toHaveText(before ?? '');
  const after = await reasonsOn(page);
  expect(Object.keys(reasons).some((reason) => (after[reason] ?? 0) < (reasons[reason] ?? 0))).toBe(true);
  // What other tests change above it meanwhile may take one row of words more or less.
  expect(Math.abs((await place()) - stood)).toBeLessThan(30);
  await expect(search).toBeFocused();
  await expect(search).toHaveValue('half a na');
  await axe(page);

  await expect(notice).toContainText('acknowledged at “look today” until it worsens');
  await nurse.keyboard.press('n');
  await nurse.keyboard.type('mother comes at two');
  await axe(nurse);
  const line = lineOf(nurse, mrn).getByRole('link');
  await nurse.keyboard.press('Escape');
  await expect(line).toBeFocused();
  await nurse.keyboard.press('n');
  await nurse.keyboard.press('Enter');
  const noted = 'Acknowledged by Maeve Corrigan until it worsens: mother comes at two';
  await expect(lineOf(page, mrn)).toContainText(noted);
  await expect(search).toHaveValue('half a na');
  await expect(line).toBeFocused();
  await expect(nurse.getByRole('button', { name: 'Undo' })).toBeVisible();
  // Others write meanwhile, and neither the list that stayed open nor the one that is opened now is behind.
  await expect(async () => {
    await nurse.goto('/');
    expect(await reasonsOn(page)).toEqual(await reasonsOn(nurse));
  }).toPass();
});

test('what one acknowledges can be taken back at once', async ({ page, openAs }) => {
  const nurse = await openAs('nurse');
  await nurse.goto('/?level=act-now');
  const mrn = await lastMrnOn(nurse);
  await page.goto('/');
  const before = await lineOf(page, mrn).textContent();
  const notice = nurse.getByRole('status').filter({ hasText: /acknowledged at/ });
  await expect(async () => {
    await lineOf(nurse, mrn).getByRole('link').focus();
    await nurse.keyboard.press('a');
    await expect(notice).toBeVisible({ timeout: 8_000 });
  }).toPass();
  await expect(lineOf(page, mrn)).not.toHaveText(before ?? '');
  await nurse.getByRole('button', { name: 'Undo' }).click();
  await expect(lineOf(page, mrn)).toHaveText(before ?? '');
  const heard = () => linesOf(page).locator('time').allTextContents();
  const ago = await heard();
  // A list that stays open says how long ago families were heard of as time goes on.
  await page.clock.setFixedTime(testClock.getTime() + 10 * 60_000);
  await expect.poll(heard).not.toEqual(ago);
});

const CASE = 'NM-480106';

async function recordContact(page: Page, address: string, note: string) {
  await page.goto(`${address}/contacts`);
  await page.getByLabel('What was said').fill(note);
  await page.getByRole('button', { name: 'Save the contact' }).click();
  await expect(page.getByText(note)).toBeVisible();
}

test('what one records in a case shows on the page that another has open, without moving it', async ({
  page,
  openAs,
  axe,
}) => {
  const nurse = await openAs('nurse');
  const address = await addressOfCase(page, CASE);
  await page.goto(`${address}/timeline`);
  const link = page.getByRole('main').getByRole('link').last();
  await expect(page.getByRole('heading', { name: 'Timeline' })).toBeVisible();
  await page.evaluate(() => scrollTo(0, 300));
  await link.focus();
  await recordContact(nurse, address, 'they turn at half past eight now');
  await expect(page.getByRole('main').getByText('they turn at half past eight now')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: NEWS })).toBeVisible();
  await expect(link).toBeFocused();
  await expect(link).toBeInViewport();
  await axe(page);
});

test('a page on which something is typed stays as it is, and says what was recorded', async ({
  page,
  openAs,
  axe,
}) => {
  const nurse = await openAs('nurse');
  const address = await addressOfCase(page, CASE);
  await page.goto(`${address}/contacts`);
  const words = page.getByLabel('What was said');
  const news = page.getByRole('status').filter({ hasText: 'What you type stays as it is.' });
  await expect(page.getByRole('button', { name: 'Save the contact' })).toBeVisible();
  await words.fill('grandmother asks whether');
  await recordContact(nurse, address, 'father rang about the dressing');
  await expect(news).toContainText(NEWS);
  await expect(words).toHaveValue('grandmother asks whether');
  await expect(words).toBeFocused();
  await expect(page.getByText('father rang about the dressing')).toHaveCount(0);
  await axe(page);
  await page.getByRole('button', { name: 'Save the contact' }).click();
  await expect(page.getByText('father rang about the dressing')).toBeVisible();
  await expect(page.getByText('grandmother asks whether')).toBeVisible();
});
