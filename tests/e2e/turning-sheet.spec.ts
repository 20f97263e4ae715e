import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { addressOfCase } from './open-case.ts';

test.use({ who: 'nurse' });

/** Each page of the sheet: what stands in its head, and by how many pixels it holds more than fits. */
const pagesOf = (page: Page) =>
  page.locator('.turning-sheet-page').evaluateAll((sheets) =>
    sheets.map((sheet) => ({
      head: sheet.querySelector('header')?.textContent ?? '',
      tooMuch: Math.max(
        ...[sheet, ...sheet.children].map((part) => part.scrollHeight - part.clientHeight),
        ...[...sheet.querySelectorAll('td, th')].map((cell) => cell.scrollWidth - cell.clientWidth),
      ),
    })),
  );

/** How many pages the browser prints, and the size of their paper in points. */
async function printed(page: Page): Promise<{ pages: number; papers: string[] }> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const papers = [...pdf.matchAll(/\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
    ([, width, height]) => `${Math.round(Number(width))} x ${Math.round(Number(height))}`,
  );
  return { pages: [...pdf.matchAll(/\/Type ?\/Page\b(?!s)/g)].length, papers: [...new Set(papers)] };
}

test('the family’s sheet is printed from the protocol: each page of paper says whose it is and which of how many', async ({
  page,
  axe,
}) => {
  await page.goto(`${await addressOfCase(page, 'NM-480104')}/protocol`);
  await page.getByRole('link', { name: 'Turning sheet for the family' }).click();
  await expect(page.getByRole('article', { name: 'Turning sheet, Page 1 of' })).toBeVisible();
  for (const [paper, size] of [
    ['A4', '595 x 842'],
    ['Letter', '612 x 792'],
  ] as const) {
    await page.getByRole('link', { name: paper, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`paper=${paper.toLowerCase()}`));
    const sheets = await pagesOf(page);
    expect(await printed(page)).toEqual({ pages: sheets.length, papers: [size] });
    sheets.forEach(({ head, tooMuch }, index) => {
      expect(head).toContain('NM-480104');
      expect(head).toContain('Protocol version');
      expect(head).toContain(`Page ${index + 1} of ${sheets.length}`);
      expect(tooMuch).toBeLessThanOrEqual(0);
    });
  }
  await expect(page.getByRole('heading', { name: 'Warning signs' })).toHaveCount(1);
  await axe(page);
});

test('a family that speaks Spanish gets it in Spanish, with the number that the administrator set', async ({
  openAs,
  axe,
}) => {
  const admin = await openAs('administrator@other');
  await admin.goto('/admin/defaults');
  await admin.getByLabel('Number of the clinic').fill('+57 601 555 01 99');
  await admin.getByLabel('Mandible, from, mm a day').fill('2');
  await admin.getByLabel('Mandible, to, mm a day').fill('1');
  const save = admin.getByRole('button', { name: 'Save the defaults' });
  await save.click();
  await expect(admin.getByText('Give a fastest rate that is not below the slowest.').first()).toBeVisible();
  await expect(admin.getByLabel('Number of the clinic')).toHaveValue('+57 601 555 01 99');
  await admin.getByLabel('Mandible, to, mm a day').fill('2.5');
  await save.click();
  await expect(admin.getByText('The defaults are saved.')).toBeVisible();
  // Half under the bar at the top, a field would count as too small.
  await admin.evaluate(() => scrollTo(0, 0));
  await axe(admin);

  const nurse = await openAs('nurse@other');
  await nurse.goto(`${await addressOfCase(nurse, 'VA-203102')}/protocol/sheet`);
  const first = nurse.getByRole('article').first();
  await expect(first).toHaveAttribute('aria-label', /^Hoja de giros, Página 1 de \d+$/);
  await expect(first.getByText('+57 601 555 01 99')).toBeVisible();
  await nurse.getByRole('link', { name: 'English', exact: true }).click();
  await expect(first).toHaveAttribute('aria-label', /^Turning sheet, Page 1 of/);
});
