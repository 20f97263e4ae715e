import { test } from './fixtures.ts';
import { addressOfCase } from './open-case.ts';

test.use({ who: 'nurse' });

/** A case with an open complication, and one that has none. */
const EXPOSED = 'NM-480128';
const PAGES = {
  list: '/complications',
  kinds: '/complications?write=new',
  failure: '/complications?write=device-failure',
};

for (const [name, path] of Object.entries(PAGES)) {
  test(`the ${name} page of complications`, async ({ page, look }) => {
    const address = await addressOfCase(page, EXPOSED);
    await page.goto(address + path, { waitUntil: 'networkidle' });
    await look(page, `complications-${name}`);
  });
}
