import { test } from './fixtures.ts';
import { addressOfCase } from './open-case.ts';

test.use({ who: 'nurse' });

const CASES = {
  'two-devices': 'NM-480100',
  'four-devices': 'NM-480105',
  'one-device': 'NM-480123',
  consolidation: 'NM-480108',
  reversal: 'NM-480110',
};

for (const [name, mrn] of Object.entries(CASES)) {
  test(`the case page: ${name}`, async ({ page, look }) => {
    const address = await addressOfCase(page, mrn);
    await page.goto(address, { waitUntil: 'networkidle' });
    await look(page, `case-${name}`);
  });
}

for (const [name, query] of Object.entries({ together: '?device=together', table: '?view=table' })) {
  test(`the case page: ${name}`, async ({ page, look }) => {
    const address = await addressOfCase(page, CASES['four-devices']);
    await page.goto(address + query, { waitUntil: 'networkidle' });
    await look(page, `case-${name}`);
  });
}
