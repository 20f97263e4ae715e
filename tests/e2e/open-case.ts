import type { Locator, Page } from '@playwright/test';

/** The address of the case of a demonstration MRN, found as people find it: by the worklist's search. */
export async function addressOfCase(page: Page, mrn: string): Promise<string> {
  await page.goto(`/?q=${encodeURIComponent(mrn)}`);
  const link = page.locator('[href^="/cases/"]:not([href="/cases/new"])').first();
  await link.waitFor();
  return (await link.getAttribute('href'))?.split(/[?#]/)[0] ?? '';
}

/** The alert of the page itself; the framework keeps another one for announcing pages. */
export function alertOn(page: Page): Locator {
  return page.locator('main').getByRole('alert');
}
