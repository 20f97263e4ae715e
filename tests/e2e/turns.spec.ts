import { expect, test } from './fixtures.ts';
import { addressOfCase, alertOn } from './open-case.ts';

test.use({ who: 'nurse' });

const SILENT_FAMILY = 'NM-480126';
const PAPER_FAMILY = 'NM-480123';
const WRONG_WAY = 'NM-480127';
const ALTHOUGH_HELD = 'NM-480128';
const SIXTY_DAYS = 'NM-480100';

test('the flowsheet opens at today, is walked with the arrow keys, and shows the numbers of the case', async ({
  page,
}) => {
  const address = await addressOfCase(page, SIXTY_DAYS);
  await page.goto(`${address}/turns`);
  await expect(page.getByRole('columnheader', { name: /today/ })).toBeInViewport();
  const cells = page.locator('a[data-entry]');
  await expect(page.locator('a[data-entry][tabindex="0"]')).toHaveCount(1);
  const last = cells.last();
  await last.focus();
  const from = await last.getAttribute('data-entry');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowUp');
  const focused = page.locator('a[data-entry]:focus');
  await expect(focused).not.toHaveAttribute('data-entry', from ?? '');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /slot 1$/ })).toBeFocused();
  await expect(page.getByText('Taken in').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/turns$/);
  await expect(page.locator('a[data-entry]:focus')).toHaveCount(1);
});

test('a phone call is recorded as planned with three keys, kept when something is wrong or one would leave', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.message());
    void dialog.dismiss();
  });
  const address = await addressOfCase(page, SILENT_FAMILY);
  await page.goto(`${address}/turns/call`);
  await page.getByRole('button', { name: 'Save the call' }).click();
  await expect(alertOn(page)).toContainText('Nothing is filled in yet');
  const turnedBy = page.locator('[name=turnedBy]');
  await turnedBy.fill('Father');
  const protocol = page
    .getByRole('navigation', { name: 'Parts of the case' })
    .getByRole('link', { name: 'Protocol' });
  await protocol.click();
  await protocol.press('Enter');
  await page.keyboard.press('/');
  await page.keyboard.type('Warsame');
  await page.keyboard.press('Enter');
  await expect(turnedBy).toHaveValue('Father');
  await expect(page).toHaveURL(/\/turns\/call$/);
  expect(asked).toEqual(Array(3).fill(expect.stringContaining('not saved')));
  await page.getByRole('button', { name: 'All as planned' }).click();
  const amount = page.locator('input[name^="amount."]').first();
  await amount.fill('lots');
  await page.getByRole('button', { name: 'Save the call' }).click();
  await expect(alertOn(page)).toContainText('One field is to put right. Nothing was saved');
  await expect(amount).toHaveValue('lots');
  await amount.fill('');
  await page.locator('input[name^="time."]').first().fill('23:59');
  await page.getByRole('button', { name: 'Save the call' }).click();
  await expect(alertOn(page)).toContainText('This time has not come yet');
  await page.locator('input[name^="time."]').first().fill('');
  await page.getByRole('button', { name: 'Save the call' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'reports saved' })).toBeFocused();
  await protocol.click();
  await expect(page).toHaveURL(/\/protocol$/);
  expect(asked).toHaveLength(3);
});

test('two people who take the same call: the second is asked, and chooses one more turn', async ({
  page,
  openAs,
}) => {
  const address = await addressOfCase(page, ALTHOUGH_HELD);
  const other = await openAs('surgeon');
  for (const each of [page, other]) {
    await each.goto(`${address}/turns/call?day=2026-03-03&slot=3`);
    await each.locator('label:has(input[name^="outcome.2026-03-03.3.1"][value=not-sure])').click();
  }
  await page.getByRole('button', { name: 'Save the call' }).click();
  await expect(page).toHaveURL(/saved=1/);
  await other.getByRole('button', { name: 'Save the call' }).click();
  await expect(alertOn(other)).toContainText('Already reported');
  await expect(other.getByText(/Reported already: not sure/)).toBeVisible();
  await other.locator('label:has(input[name^="outcome.2026-03-03.3.1"][value=extra])').click();
  await other.locator('input[name^="amount.2026-03-03.3.1"]').fill('1/2');
  await other.getByRole('button', { name: 'Save the call' }).click();
  await expect(other).toHaveURL(/saved=1/);
});

test('a correction keeps the original and its reason; a withdrawal can be brought back', async ({ page }) => {
  const address = await addressOfCase(page, WRONG_WAY);
  await page.goto(`${address}/turns`);
  await page.locator('a[data-entry][aria-label*="wrong way"]').first().click();
  await page.getByText('Correct or withdraw this report').click();
  await page.locator('[name=outcome]').selectOption('done');
  await page.locator('[name=actuations]').fill('1/2');
  await page.getByRole('button', { name: 'Save the correction' }).click();
  await expect(alertOn(page)).toContainText('Say why it is corrected');
  await page.locator('[name=correctionReason]').fill('The father had misread the arrow');
  await page.getByRole('button', { name: 'Save the correction' }).click();
  await expect(page.getByText('Reason: The father had misread the arrow')).toBeVisible();
  await expect(page.locator('s')).toContainText('wrong way');
  await page.getByText('Correct or withdraw this report').click();
  await page.locator('[name=correctionReason]').fill('Not this child');
  await page.getByRole('button', { name: /^Withdraw/ }).click();
  await expect(page.getByText('Withdrawn: This turn never was.')).toBeVisible();
  await page.getByText('Bring this report back').click();
  await page.locator('[name=correctionReason]').fill('It was this child');
  await page.getByRole('button', { name: 'Save the correction' }).click();
  await expect(page.getByText('Reason: It was this child')).toBeVisible();
});

test('a paper sheet is transcribed from the keyboard alone', async ({ page }) => {
  const address = await addressOfCase(page, PAPER_FAMILY);
  await page.goto(`${address}/turns/sheet`);
  const cells = page.locator('input[data-line]');
  await cells.first().focus();
  await page.keyboard.type('banana');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/sheet$/);
  await page.keyboard.type('x');
  await page.getByRole('button', { name: 'Save the sheet' }).click();
  await expect(alertOn(page)).toContainText('Write an amount such as 1');
  await expect(cells.first()).toHaveValue('banana');
  await cells.first().fill('1/2');
  await page.getByRole('button', { name: 'Save the sheet' }).click();
  await expect(page.getByRole('status').filter({ hasText: '2 reports saved' })).toBeFocused();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the grid still keeps what was typed and saves', async ({ page }) => {
    const address = await addressOfCase(page, PAPER_FAMILY);
    await page.goto(`${address}/turns/call?day=2026-03-03&slot=4`);
    await page.locator('label:has(input[name^="outcome."][value=extra])').first().click();
    await page.locator('input[name^="amount."]').first().fill('1e9');
    await page.getByRole('button', { name: 'Save the call' }).click();
    await expect(page.getByText('nobody turns that often', { exact: false }).first()).toBeVisible();
    await expect(page.locator('input[name^="amount."]').first()).toHaveValue('1e9');
    await page.locator('input[name^="amount."]').first().fill('0.25');
    await page.getByRole('button', { name: 'Save the call' }).click();
    await expect(page.getByText('1 report saved.')).toBeVisible();
  });
});
