import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { testClock } from '#tests/setup/test-clock.ts';
import { noteAxePage } from './axe-pages.ts';
import { axeViolations } from './axe-violations.ts';
import { brokenDates } from './broken-dates.ts';
import { signIn, type Who } from './demo-account.ts';
import { collectProblems, type PageProblems } from './page-problems.ts';

export { expect };

type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>;

type TestFixtures = {
  /** Who `page` is signed in as: nobody, unless `test.use({ who: 'nurse' })`. */
  who: Who | undefined;
  /** Every test fails on a problem in any of its pages that it did not allow. */
  problems: PageProblems;
  /** A page of its own for somebody else, or for nobody: for tests with two people. */
  openAs: (who: Who | undefined) => Promise<Page>;
  /** Fails with what axe finds. */
  axe: (page: Page) => Promise<void>;
  /**
   * In light and in dark: no sideways scrolling, no date over two lines, and
   * `test-results/looks/<name>-<project>-<scheme>.png`. Axe in light at
   * every size, in dark at the widest: what dark changes are the colours, and they are the same at every size.
   */
  look: (page: Page, name: string) => Promise<void>;
};

type WorkerFixtures = { stateOf: (who: Who) => Promise<StorageState> };

const nobody: StorageState = { cookies: [], origins: [] };

const prepare = async (context: BrowserContext, problems: PageProblems) => {
  await problems.watch(context);
  await context.clock.setFixedTime(testClock);
};

export const test = base.extend<TestFixtures, WorkerFixtures>({
  who: [undefined, { option: true }],

  baseURL: ({ browserName: _any }, use) => use(process.env.TURNWISE_TEST_URL),

  stateOf: [
    async ({ browser }, use) => {
      const states = new Map<Who, StorageState>();
      await use(async (who) => {
        const known = states.get(who);
        if (known) return known;
        const baseURL = process.env.TURNWISE_TEST_URL ?? '';
        const context = await browser.newContext({ baseURL, storageState: nobody });
        await signIn(await context.newPage(), who);
        const state = await context.storageState();
        await context.close();
        states.set(who, state);
        return state;
      });
    },
    { scope: 'worker' },
  ],

  storageState: async ({ who, stateOf }, use) => use(who ? await stateOf(who) : nobody),

  problems: async ({ javaScriptEnabled }, use) => {
    const problems = collectProblems();
    // Without scripts the browser asks for what only browsers without modules need, and stops itself.
    if (!javaScriptEnabled) problems.allow(/request failed: GET \S+\/_next\/static\/chunks\/\S+\.js csp/);
    await use(problems);
    expect(problems.unexpected()).toEqual([]);
  },

  context: async ({ context, problems }, use) => {
    await prepare(context, problems);
    await use(context);
  },

  openAs: async ({ browser, stateOf, problems }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (who) => {
      const context = await browser.newContext({ storageState: who ? await stateOf(who) : nobody });
      contexts.push(context);
      await prepare(context, problems);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },

  axe: ({ browserName: _any }, use) =>
    use(async (page) => {
      // After a link is followed the title comes last.
      await expect(page).toHaveTitle(/./);
      // Asked again where something is found: between two pages there is a moment without a title.
      await expect.poll(() => axeViolations(page), { timeout: 5_000 }).toEqual([]);
      noteAxePage(page.url());
    }),

  look: async ({ axe }, use, testInfo) => {
    await use(async (page, name) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.screenshot({
          path: `test-results/looks/${name}-${testInfo.project.name}-${colorScheme}.png`,
          fullPage: true,
        });
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow, 'pixels that the page is too wide').toBeLessThanOrEqual(0);
        expect(await page.evaluate(brokenDates), 'dates that go on in the next line').toEqual([]);
        if (colorScheme === 'light' || testInfo.project.name === 'desktop') await axe(page);
      }
    });
  },
});
