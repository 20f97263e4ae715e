import { expect, test } from './fixtures.ts';

test.use({ who: 'nurse' });

test('the list of calls, with a hold about to be told of', async ({ page, look }) => {
  await page.goto('/calls', { waitUntil: 'networkidle' });
  await look(page, 'calls');
  await page.locator('summary').filter({ hasText: 'Told to hold' }).first().click();
  await look(page, 'calls-hold');
});

test('the hand-over of a week', async ({ page, look }) => {
  await page.goto('/hand-over?hours=168', { waitUntil: 'networkidle' });
  await look(page, 'hand-over');
});

test('the decisions about a flag', async ({ page, look }) => {
  await page.goto('/?level=look-today');
  await page.getByRole('list', { name: 'Open cases, worst first' }).getByRole('link').first().click();
  const flags = page.getByRole('region', { name: /^Flags/ });
  for (const note of ['Called, nobody there', 'Mother rang back']) {
    await flags
      .getByRole('link', { name: /^(Decide|Change decision)/ })
      .last()
      .click();
    const form = page.getByRole('form', { name: 'Decide about this flag' });
    await form.getByLabel('Note').fill(note);
    await form.getByRole('button', { name: 'Save decision' }).click();
    await expect(flags.getByText(note, { exact: false }).first()).toBeVisible();
  }
  await flags.locator('details').last().locator('summary').click();
  await look(page, 'flag-history');
});
