import { expect, test } from './fixtures.ts';
import { addressOfCase } from './open-case.ts';

test.use({ who: 'nurse' });

test('the hand-over tells what changed since it was last marked as seen, and prints', async ({
  page,
  axe,
}) => {
  await page.goto('/hand-over?hours=168');
  const cases = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: /MRN NM-/ });
  await expect(cases.first()).toBeVisible();
  await expect(page.getByText(/^\d+ turns? reported: /).first()).toBeVisible();
  await axe(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  await expect(page.getByText(/^Printed .* by Maeve Corrigan/)).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('button', { name: 'Mark all of this as seen' }).click();
  await expect(page.getByText('Next time this page starts from here.')).toBeVisible();
  await page.goto('/hand-over');
  const since = page.getByRole('navigation', { name: 'Since', exact: true });
  await expect(since.getByRole('link', { name: /^Since I looked, 04-Mar-2026/ })).toHaveAttribute(
    'aria-current',
    'true',
  );
});

test('the timeline of a case is filtered in the address, leads to its entries, and becomes a letter', async ({
  page,
  axe,
}) => {
  await page.goto(`${await addressOfCase(page, 'NM-480100')}/timeline`);
  await axe(page);
  const kinds = page.getByRole('navigation', { name: 'Kind' });
  await kinds.getByRole('link', { name: /^Measurements/ }).click();
  await expect(page).toHaveURL(/\?kind=measurement$/);
  const entry = page
    .getByRole('region', { name: 'Timeline' })
    .getByRole('listitem')
    .getByRole('link', { name: /gap/ });
  const href = await entry.first().getAttribute('href');
  await entry.first().click();
  await expect(page).toHaveURL(new RegExp(`${href}$`));
  await expect(page.locator(`[id="${href?.split('#')[1]}"]`)).toBeVisible();
  await page.goBack();
  await page.getByRole('link', { name: 'Summary letter' }).click();
  await expect(page.getByRole('heading', { name: 'Summary of the course' })).toBeVisible();
  await axe(page);
});
