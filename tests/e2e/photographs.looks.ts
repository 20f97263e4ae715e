import { test } from './fixtures.ts';
import { addressOfCase } from './open-case.ts';

test.use({ who: 'nurse' });

test('the photographs of a case', async ({ page, look }) => {
  const address = await addressOfCase(page, 'NM-480100');
  await page.goto(`${address}/photographs`, { waitUntil: 'networkidle' });
  await look(page, 'photographs');
});
