import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { addressOfCase, alertOn } from './open-case.ts';

test.use({ who: 'nurse' });

const MRN = 'NM-480125';
const MEASURED = 'NM-480100';

async function check(page: Page, name: string, buffer: Buffer) {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Check the file' }).click();
}

test('a file is checked line by line, recorded once when confirmed, and known the second time', async ({
  page,
  problems,
}) => {
  // A file that cannot be read is answered with 422, which the browser notes.
  problems.allow(/422/);
  const address = await addressOfCase(page, MRN);
  await page.goto(`${address}/turns/import`);
  await check(
    page,
    'wrong.csv',
    Buffer.from(
      'date,slot,device,actuations,note\n2026-03-03,1,Left,lots,\n2026-02-30,1,Nobody,1,=SUM(A1)\n2027-01-01,1,Left,1,\n',
    ),
  );
  await expect(alertOn(page)).toContainText('Error: wrong.csv: 5 cells to put right on 3 lines.');
  await expect(page.getByRole('row', { name: /^3 device/ })).toContainText(
    /“Nobody”.*no device of this name/,
  );
  await check(page, 'wide.csv', Buffer.from('\ufeffdate;slot', 'utf16le'));
  await expect(alertOn(page)).toContainText('UTF-16');
  await check(page, 'large.csv', Buffer.alloc(2 * 1024 * 1024 + 1, 65));
  await expect(alertOn(page)).toContainText('larger than 2 MB');

  const good = Buffer.from(
    '\ufeffDate;Slot;Device;Actuations\r\n04-Mar-2026;1;left;0,5\r\n04-Mar-2026;1;right;x\r\n',
  );
  await check(page, 'turns.csv', good);
  await expect(page.getByRole('status').filter({ hasText: '2 new reports' })).toBeVisible();
  await page.getByRole('button', { name: 'Record 2 reports' }).click();
  await expect(page.getByRole('status').filter({ hasText: '2 reports saved' })).toBeFocused();
  await page.goto(`${address}/turns/import`);
  await check(page, 'turns.csv', good);
  await expect(page.getByRole('status').filter({ hasText: 'already recorded' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Record/ })).toHaveCount(0);
});

test('the server refuses 100 MB, other bytes than were checked, and another site', async ({ page }) => {
  const address = await addressOfCase(page, MRN);
  const url = `/api${address}/turn-import`;
  const ours = { 'content-type': 'text/csv', 'sec-fetch-site': 'same-origin' };
  const large = await page.request.post(url, { headers: ours, data: Buffer.alloc(100 * 1024 * 1024, 65) });
  expect(large.status()).toBe(413);
  const changed = await page.request.post(`${url}?confirm=${'0'.repeat(64)}`, {
    headers: ours,
    data: 'date',
  });
  expect(changed.status()).toBe(409);
  const foreign = await page.request.post(url, {
    headers: { ...ours, 'sec-fetch-site': 'cross-site' },
    data: 'date',
  });
  expect(foreign.status()).toBe(403);
  const template = await page.request.get(url);
  expect(await template.text()).toContain('date,slot,device,actuations,outcome');
});

test('a measurement is refused in the future, judged once kept, and corrected with a reason', async ({
  page,
  axe,
}) => {
  const address = await addressOfCase(page, MEASURED);
  await page.goto(`${address}/measurements`);
  await page.locator('[name=what]').selectOption({ index: 1 });
  await page.locator('[name=valueUm]').fill('29,5');
  await page.locator('[name=method]').selectOption('ct');
  await page.locator('[name=takenTime]').fill('23:30');
  await page.getByRole('button', { name: 'Save the measurement' }).click();
  await expect(alertOn(page)).toContainText('This time has not come yet');
  await expect(page.locator('[name=valueUm]')).toHaveValue('29,5');
  await page.locator('[name=takenTime]').fill('00:05');
  await page.getByRole('button', { name: 'Save the measurement' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'The measurement is saved.' })).toBeFocused();
  await expect(page.getByRole('row', { name: /29\.5/ })).toContainText('the tolerance of');
  await page.getByRole('link', { name: /^Correct: .*29\.5/ }).click();
  await expect(page.getByRole('form', { name: 'Correction of a measurement' })).toBeVisible();
  await page.locator('[name=valueUm]').fill('26,7');
  await page.getByRole('button', { name: 'Save the correction' }).click();
  await expect(alertOn(page)).toContainText('Say why it is corrected');
  await expect(page.locator('[name=valueUm]')).toHaveValue('26,7');
  await page.locator('[name=correctionReason]').fill('digits read wrongly');
  await page.getByRole('button', { name: 'Save the correction' }).click();
  await expect(page.getByRole('row', { name: /26\.7/ })).toContainText(
    /29\.5.*corrected by.*digits read wrongly/,
  );
  await page.getByRole('link', { name: /^Correct: .*26\.7/ }).click();
  await page.locator('[name=correctionReason]').fill('another child');
  await page.getByRole('button', { name: /^Withdraw/ }).click();
  await expect(page.getByRole('region', { name: 'Withdrawn' })).toContainText(/26\.7.*another child/);
  await axe(page);
});
