import { test } from './fixtures.ts';
import { addressOfCase } from './open-case.ts';

test.use({ who: 'nurse' });

const SIXTY_DAYS = 'NM-480100';
const PAGES = {
  flowsheet: '/turns',
  entry: '/turns?at=2026-02-15.1.1',
  call: '/turns/call?days=14&reported=yes',
  sheet: '/turns/sheet',
  import: '/turns/import',
  measurements: '/measurements',
};

for (const [name, path] of Object.entries(PAGES)) {
  test(`the ${name} page of the turns`, async ({ page, look }) => {
    const address = await addressOfCase(page, SIXTY_DAYS);
    await page.goto(address + path, { waitUntil: 'networkidle' });
    // Alive: before that, the picture's hidden caret would count as a difference from the server's page.
    if (path.startsWith('/turns?') || path === '/turns') {
      await page.locator('a[data-entry][tabindex="0"]').waitFor();
    }
    await look(page, `turns-${name}`);
  });
}
