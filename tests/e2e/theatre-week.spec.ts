import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { addressOfCase, alertOn } from './open-case.ts';

/** Both complete, none of them booked; of two surgeons. */
const [OVERDUE, WAITING] = ['NM-480150', 'NM-480151'];
/** Pixels of a minute in the view of a day. */
const SCALE = 1.1;

test.use({ who: 'scheduler' });

/** Books the first time that is offered; its day and the family name. */
async function bookFirst(page: Page, mrn: string) {
  await page.goto(`${await addressOfCase(page, mrn)}/removal`);
  const family = (await page.getByRole('heading', { level: 1 }).textContent())?.split(',')[0] ?? '';
  await page
    .getByRole('radio', { name: /Theatre/ })
    .first()
    .check();
  await page.getByRole('button', { name: 'Book', exact: true }).click();
  await expect(page.getByText('The theatre is booked.')).toBeVisible();
  const said = (await page.locator('#booking').textContent()) ?? '';
  const [, date, month, year] = /(\d\d)-(\w{3})-(\d{4})/.exec(said) ?? [];
  return { family, day: new Date(`${date} ${month} ${year} 12:00Z`).toISOString().slice(0, 10) };
}

const boxOf = (page: Page, family: string): Locator => page.locator('[data-booking]', { hasText: family });

/** Takes a booking at its upper edge with the mouse and puts it where the other place is. */
async function drag(page: Page, box: Locator, to: { x: number; y: number }) {
  await box.scrollIntoViewIfNeeded();
  const from = await box.boundingBox();
  if (!from) throw new Error('The booking is not on the board.');
  await page.mouse.move(from.x + 20, from.y + 4);
  await page.mouse.down();
  await page.mouse.move(from.x + to.x + 20, from.y + to.y + 4, { steps: 8 });
  await page.mouse.up();
}

const beginOf = async (box: Locator) => ((await box.getAttribute('title')) ?? '').slice(0, 5);
const later = (time: string, minutes: number) => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return new Date(Date.UTC(2026, 0, 1, hour, minute + minutes)).toISOString().slice(11, 16);
};

test('a booking is moved with the mouse and with the keys, taken back, and never onto a time that is taken', async ({
  page,
  axe,
}) => {
  const first = await bookFirst(page, OVERDUE);
  const second = await bookFirst(page, WAITING);
  await page.goto(`/removals/week?day=${first.day}&view=day`);
  const box = boxOf(page, first.family);
  const begins = await beginOf(box);

  await drag(page, box, { x: 0, y: 60 * SCALE });
  await expect(
    page.getByText(`${first.family}, `, { exact: false }).filter({ hasText: 'is moved.' }),
  ).toBeVisible();
  await expect(box).toHaveAttribute('title', new RegExp(`^${later(begins, 60)}`));
  await axe(page);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('is back where it was.')).toBeVisible();
  await expect(box).toHaveAttribute('title', new RegExp(`^${begins}`));

  await box.focus();
  for (const key of ['m', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp']) await page.keyboard.press(key);
  await expect(page.locator('[aria-live=polite]').filter({ hasText: later(begins, 10) })).toHaveCount(1);
  await page.keyboard.press('Escape');
  for (const key of ['m', 'ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  await expect(page.getByText('is moved.')).toBeVisible();
  await expect(box).toHaveAttribute('title', new RegExp(`^${later(begins, 10)}`));
  await expect(box).toBeFocused();

  // High enough for both days to be in sight.
  await page.setViewportSize({ width: 1440, height: 3600 });
  await page.goto(`/removals/week?day=${second.day}&view=week`);
  const other = boxOf(page, second.family);
  const [mine, theirs] = [await box.boundingBox(), await other.boundingBox()];
  if (!mine || !theirs) throw new Error('Both bookings are in this week.');
  await drag(page, box, { x: theirs.x - mine.x, y: theirs.y - mine.y });
  const refused = alertOn(page);
  await expect(refused).toContainText(`${first.family}, `);
  await expect(refused).toContainText('is not moved');
  await expect(refused).toContainText(
    new RegExp(`Theatre \\d.* taken: ${second.family}, .* in Theatre \\d, .*; booked by `),
  );
  await expect(refused).toContainText('The booking is where it was.');
  await page.reload();
  await expect(box).toHaveAttribute('title', new RegExp(`^${later(begins, 10)}`));
});

const isInSight = (page: Page, day: string) =>
  page.locator(`[data-day="${day}"]`).evaluate((section) => {
    const region = section.closest('#theatre-board')?.getBoundingClientRect();
    const { top } = section.getBoundingClientRect();
    return region !== undefined && top >= region.top && top < region.bottom - 40;
  });

/** Wednesday. */
const TODAY = '2026-03-04';

test('the week opens at today, marked, and the button leads back to it and leaves the page where it is', async ({
  page,
}) => {
  await page.goto('/removals/week');
  await expect.poll(() => isInSight(page, TODAY)).toBe(true);
  await expect(page.getByRole('heading', { name: 'Wed 04-Mar-2026 today' })).toHaveAttribute(
    'aria-current',
    'date',
  );
  await page.locator('#theatre-board').evaluate((board) => {
    board.scrollTop = 0;
  });
  expect(await isInSight(page, TODAY)).toBe(false);
  await page.getByRole('link', { name: 'Today' }).click();
  await expect.poll(() => isInSight(page, TODAY)).toBe(true);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await page.getByRole('link', { name: 'Later' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('09-Mar-2026');
  await page.getByRole('link', { name: 'Today' }).click();
  await expect.poll(() => isInSight(page, TODAY)).toBe(true);
});

test.describe('on a telephone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the theatre list and the hardware sheet are read downwards, nothing is cut', async ({ page }) => {
    const hidden = (label: string) =>
      page.getByRole('region', { name: label }).evaluate((region) => region.scrollWidth - region.clientWidth);
    await page.goto('/removals/week?day=2026-03-30&view=week');
    await expect(page.getByRole('region', { name: 'Rows of the theatre list' })).toContainText('driver');
    expect(await hidden('Rows of the theatre list')).toBe(0);
    await page.goto(`${await addressOfCase(page, OVERDUE)}/removal`);
    expect(await hidden('Devices of the case')).toBe(0);
  });
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('the week opens at today', async ({ page }) => {
    await page.goto('/removals/week');
    await expect(page.locator(`[data-day="${TODAY}"] h2`)).toBeInViewport();
  });
});
