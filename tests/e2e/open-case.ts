import type { Locator, Page } from '@playwright/test';

const known = new Map<string, string>();

/** The address of the case of a demonstration MRN, found as people find it, once: by the worklist's search. */
export async function addressOfCase(page: Page, mrn: string): Promise<string> {
  const address = known.get(mrn) ?? (await searchCase(page, mrn));
  known.set(mrn, address);
  return address;
}

async function searchCase(page: Page, mrn: string): Promise<string> {
  await page.goto(`/?q=${encodeURIComponent(mrn)}`);
  const link = page.locator('[href^="/cases/"]:not([href="/cases/new"])').first();
  await link.waitFor();
  const address = (await link.getAttribute('href'))?.split(/[?#]/)[0];
  if (!address) throw new Error(`The link to the case of ${mrn} leads nowhere.`);
  return address;
}

/** The alert of the page itself; the framework keeps another one for announcing pages. */
export function alertOn(page: Page): Locator {
  return page.locator('main').getByRole('alert');
}
