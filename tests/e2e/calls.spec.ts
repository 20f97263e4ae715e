import { expect, test } from './fixtures.ts';

test.use({ who: 'nurse' });

test('a family that does not answer stays on the list of calls, and one that is told to hold is written a hold', async ({
  page,
  axe,
}) => {
  await page.goto('/calls');
  const lines = page.getByRole('list', { name: 'Families to phone, worst first' }).getByRole('listitem');
  await expect(lines.first()).toBeVisible();
  await axe(page);
  const first = lines.first();
  const name = (await first.getByRole('link').first().textContent()) ?? '';
  const note = `Message left ${crypto.randomUUID()}`;
  await first.getByLabel('What was said').fill(note);
  await first.getByRole('button', { name: /^No answer/ }).click();
  const same = lines.filter({ hasText: name });
  await expect(same).toContainText(note);
  await same.getByRole('link').first().focus();
  await page.keyboard.press('5');
  await expect(same).toHaveCount(0);
  await expect(page.getByRole('region', { name: /^Reached today/ })).toContainText(name);
  await axe(page);
  await lines
    .first()
    .getByRole('button', { name: /^Told to hold/ })
    .click();
  await expect(page).toHaveURL(/\/cases\/[0-9a-f-]{36}\/protocol/);
});

test('a contact with a warning sign is flagged at once, and the next one without it settles it', async ({
  page,
  axe,
}) => {
  await page.goto('/?q=NM-480101');
  await page.getByRole('main').getByRole('listitem').first().getByRole('link').click();
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
  const address = page.url();
  await page.goto(`${address}/contacts`);
  const form = page.getByRole('form', { name: 'New contact' });
  await form.getByRole('checkbox', { name: 'Pus' }).check();
  await axe(page);
  await form.getByRole('button', { name: 'Save the contact' }).click();
  await expect(page.getByText('Signs: Pus')).toBeVisible();
  await page.goto(address);
  await expect(page.getByText('Warning sign: pus')).toBeVisible();
  await page.goto(`${address}/contacts`);
  await form.getByLabel('What was said').fill('Dry again, seen in clinic');
  await form.getByRole('button', { name: 'Save the contact' }).click();
  await expect(page.getByText('Dry again, seen in clinic')).toBeVisible();
  await page.goto(address);
  await expect(page.getByText('Warning sign: pus')).toHaveCount(0);
  await page.goto(`${address}/contacts`);
  await page
    .getByRole('link', { name: /^Withdraw/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'It never was: withdraw it' }).click();
  await expect(page.getByText('Dry again, seen in clinic')).toHaveCount(0);
});
