import { test } from './fixtures.ts';
import { addressOfCase } from './open-case.ts';

test.use({ who: 'scheduler' });

/** A case whose booking no longer fits. */
const DRIFTED = 'NM-480116';

const ADDRESSES = {
  removals: '/removals',
  'theatre-plan': '/admin/theatres?room=new',
  calendars: '/removals/calendars',
  // A booking that no longer fits, and a time that is held.
  'theatre-week': '/removals/week?day=2026-03-30&view=week',
};

for (const [name, address] of Object.entries(ADDRESSES)) {
  test(`removals: ${name}`, async ({ page, look }) => {
    await page.goto(address, { waitUntil: 'networkidle' });
    await look(page, name);
  });
}

test('removals: the tab of a case whose booking no longer fits, with the form of a check', async ({
  page,
  look,
}) => {
  const path = `${await addressOfCase(page, DRIFTED)}/removal`;
  await page.goto(`${path}?form=check:consent`, { waitUntil: 'networkidle' });
  await look(page, 'removal-drifted');
});

test.describe('of a nurse', () => {
  test.use({ who: 'nurse' });

  test('removals: the form of the hardware sheet', async ({ page, look }) => {
    await page.goto(`${await addressOfCase(page, DRIFTED)}/removal`);
    await page
      .getByRole('link', { name: /^What stays in/ })
      .first()
      .click();
    await page.getByRole('form', { name: /^Hardware of/ }).waitFor();
    await look(page, 'removal-hardware');
  });

  test('removals: the report of a removal', async ({ page, look }) => {
    const path = `${await addressOfCase(page, DRIFTED)}/removal`;
    await page.goto(`${path}?form=done#done`, { waitUntil: 'networkidle' });
    await page.getByText('More than one', { exact: true }).click();
    await look(page, 'removal-done');
  });
});
