import { test } from './fixtures.ts';

test.use({ who: 'nurse' });

const ADDRESSES = { all: '/', filtered: '/?level=look-today', none: '/?q=nobody-at-all' };

for (const [name, address] of Object.entries(ADDRESSES)) {
  test(`the worklist: ${name}`, async ({ page, look }) => {
    await page.goto(address);
    await look(page, `worklist-${name}`);
  });
}
