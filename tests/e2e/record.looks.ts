import { expect, test } from './fixtures.ts';
import { addressOfCase } from './open-case.ts';

/** An open complication with a photograph, day-long calls, and measured gaps. */
const EXPOSED = 'NM-480128';
const MEASURED = 'NM-480110';
const UNTOUCHED = 'NM-480105';

test.describe('the record of a case', () => {
  test.use({ who: 'nurse' });

  test('the hardware that is in place', async ({ page, look }) => {
    await page.goto('/hardware?lot=7K41877', { waitUntil: 'networkidle' });
    await look(page, 'hardware');
  });

  test('a decision about the turns with its preview', async ({ page, look }) => {
    await page.goto(`${await addressOfCase(page, UNTOUCHED)}/complications?write=infection`);
    await page.getByRole('radio', { name: /^Slow down/ }).check();
    await page.locator('[name=perSession]').fill('0.5');
    await expect(page.getByRole('img', { name: /^Expansion, With v/ })).toBeVisible();
    await look(page, 'complication-turns');
  });

  const PAGES = { timeline: '/timeline', letter: '/timeline/letter', head: '/measurements/head' };
  for (const [name, path] of Object.entries(PAGES)) {
    test(`the ${name} page`, async ({ page, look }) => {
      await page.goto((await addressOfCase(page, EXPOSED)) + path, { waitUntil: 'networkidle' });
      await look(page, `record-${name}`);
    });
  }

  test('the devices with the form of a new base', async ({ page, look }) => {
    await page.goto(`${await addressOfCase(page, MEASURED)}/devices`);
    await page
      .getByRole('link', { name: /^Measured gap as base/ })
      .first()
      .click();
    await expect(page.getByRole('button', { name: 'Make it the base' })).toBeVisible();
    await look(page, 'record-base');
  });
});

test.describe('what a clinic knows of its hardware', () => {
  test.use({ who: 'administrator' });

  const PAGES = { recalls: '/admin/recalls', catalogue: '/admin/devices' };
  for (const [name, path] of Object.entries(PAGES)) {
    test(`the ${name} page`, async ({ page, look }) => {
      await page.goto(path, { waitUntil: 'networkidle' });
      await look(page, name);
    });
  }
});
