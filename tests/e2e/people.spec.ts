import { expect, test } from './fixtures.ts';

test.describe('an administrator', () => {
  test.use({ who: 'administrator' });

  test('finds the people of the clinic and one of them, and who is invited sets a password', async ({
    page,
    openAs,
    axe,
  }) => {
    await page.goto('/admin/people');
    await expect(page.getByRole('heading', { name: 'People', exact: true })).toBeVisible();
    await axe(page);
    await page.getByRole('link', { name: 'Joseph Anandan' }).click();
    await expect(page.getByRole('heading', { name: /Joseph Anandan/ }).first()).toBeVisible();
    await axe(page);
    await page.goto('/admin/people');
    const name = `Ines Marchetti ${crypto.randomUUID().slice(0, 8)}`;
    await page.getByLabel('Name').fill(name);
    await page.getByLabel('E-mail').fill(`${crypto.randomUUID()}@example.org`);
    await page.getByRole('checkbox', { name: 'Nurse' }).first().check();
    await page.getByRole('button', { name: /^Add/ }).click();
    const link = page.getByText(/set-password\//).first();
    await expect(link).toBeVisible();
    const address = /\/set-password\/[\w-]+/.exec((await link.textContent()) ?? '')?.[0] ?? '';
    const invited = await openAs(undefined);
    await invited.goto(address);
    await axe(invited);
  });
});

test.describe('a nurse', () => {
  test.use({ who: 'nurse' });

  test('is told what her role does not open, and what is not there', async ({ page, problems, axe }) => {
    problems.allow(/4(03|04)/);
    await page.goto('/admin/people');
    await axe(page);
    await page.goto('/cases/00000000-0000-4000-8000-000000000000');
    await axe(page);
  });
});
