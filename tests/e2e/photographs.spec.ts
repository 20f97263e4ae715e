import { photographFile } from '#tests/factories/photograph-files.ts';
import { expect, test } from './fixtures.ts';
import { addressOfCase, alertOn } from './open-case.ts';

const MRN = 'NM-480131';

test.describe('with scripts', () => {
  test.use({ who: 'nurse' });

  test('a photograph is refused with what was typed kept, then kept, compared and withdrawn', async ({
    page,
    problems,
  }) => {
    // A file that cannot be read is answered with 422, which the browser notes.
    problems.allow(/422/);
    const address = `${await addressOfCase(page, MRN)}/photographs`;
    await page.goto(address);
    const add = async (day: string, note: string, buffer: Buffer) => {
      await page.locator('[name=takenDay]').fill(day);
      await page.locator('[name=note]').fill(note);
      const file = { name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer };
      await page.locator('[name=file]').setInputFiles(file);
      await page.getByRole('button', { name: 'Keep the photograph' }).click();
    };
    const jpeg = await photographFile('jpeg', { widthPx: 320, heightPx: 240 });
    await add('2026-03-03', 'seen at the visit', jpeg.subarray(0, 900));
    await expect(alertOn(page)).toContainText('the file is damaged or cut off');
    await expect(page.locator('[name=note]')).toHaveValue('seen at the visit');
    await add('2026-03-03', 'first visit', jpeg);
    await expect(page.getByRole('status').filter({ hasText: 'The photograph is kept' })).toBeVisible();
    await add('2026-03-04', 'second visit', jpeg);
    const pair = page.locator('#compare figure');
    await expect(pair.nth(1)).toContainText('second visit');
    await expect(pair.nth(0)).toContainText('03-Mar-2026');
    await page.getByRole('link', { name: /^Withdraw the .*second visit/ }).click();
    await page.locator('[name=reason]').fill('added twice');
    await page.getByRole('button', { name: 'Withdraw the photograph' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'withdrawn' })).toBeVisible();
    await expect(page.getByText(/Of 04-Mar-2026, withdrawn .*: added twice/)).toBeVisible();
    await expect(page.locator('#photographs img')).toHaveCount(1);
  });
});

test.describe('without scripts', () => {
  test.use({ who: 'surgeon', javaScriptEnabled: false });

  test('the browser sends the form by itself and is led back to the page', async ({ page }) => {
    const address = `${await addressOfCase(page, 'NM-480132')}/photographs`;
    await page.goto(address);
    await page.locator('[name=note]').fill('swollen');
    await page.getByRole('button', { name: 'Keep the photograph' }).click();
    await expect(alertOn(page)).toContainText('Choose a photograph');
    await expect(page.locator('[name=note]')).toHaveValue('swollen');
    const buffer = await photographFile('png');
    await page.locator('[name=file]').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer });
    await page.getByRole('button', { name: 'Keep the photograph' }).click();
    await expect(page.getByText('The photograph is kept')).toBeVisible();
    await expect(page.locator('#photographs')).toContainText('swollen');
  });
});
