import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { addressOfCase } from './open-case.ts';

const MRN = 'NM-480106';

test.use({ who: 'nurse' });

async function measure(page: Page, chosen: Record<string, string>, typed: Record<string, string> = {}) {
  for (const [name, value] of Object.entries(chosen))
    await page.locator(`[name=${name}]`).selectOption(value);
  for (const [name, value] of Object.entries(typed)) await page.locator(`[name=${name}]`).fill(value);
  await page.getByRole('button', { name: 'Save the measurement' }).click();
}

test('circumference, volume, index and fundoscopy are recorded, raw and corrected apart, and put right', async ({
  page,
  axe,
}) => {
  const address = `${await addressOfCase(page, MRN)}/measurements`;
  await page.goto(address);
  await measure(page, { what: 'head-circumference', method: 'tape' }, { valueUm: '462', uncertaintyUm: '2' });
  await expect(page.getByRole('row', { name: /head circumference 462\.0\smm/ })).toBeVisible();

  await page.goto(`${address}/head`);
  const lines = page.getByRole('table', { name: /^Measurements of the head/ }).getByRole('row');
  await measure(page, { kind: 'icv', method: 'ct' });
  await expect(page.locator('main').getByRole('alert')).toContainText('Value');
  await measure(page, {}, { value: '1125.6', uncertainty: '12' });
  await expect(lines.filter({ hasText: 'Intracranial volume, raw' })).toContainText(/1,125\.6\smL/);
  await measure(page, { kind: 'growth-corrected-icv', method: 'ct' }, { value: '142' });
  await expect(lines.filter({ hasText: 'Gain of volume, growth-corrected' })).toContainText(/142\.0\smL/);
  await measure(page, { kind: 'cranial-index', method: 'caliper' }, { value: '0.85' });
  await expect(lines.filter({ hasText: 'Cranial index' })).toContainText('0.850');
  await measure(page, { kind: 'fundoscopy', method: 'ophthalmoscopy', finding: 'no-papilloedema' });
  await expect(lines.filter({ hasText: 'Fundoscopy' })).toContainText('does not exclude raised pressure');
  await expect(page.locator('#estimate')).toContainText(/estimate/i);
  await axe(page);

  await page.getByRole('link', { name: /^Correct: Cranial index/ }).click();
  await page.locator('[name=correctionReason]').fill('read again');
  await page.locator('[name=value]').fill('0.87');
  await page.getByRole('button', { name: 'Save the correction' }).click();
  await expect(lines.filter({ hasText: '0.870' })).toContainText('Corrected: read again');
  await expect(lines.filter({ hasText: '0.850' })).toHaveClass(/line-through/);
});
