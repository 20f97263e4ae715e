import { defineConfig, devices } from '@playwright/test';
import { chromiumArgs, findChromium } from '#tests/setup/chromium.ts';

const browser = await findChromium();
// The workers evaluate this file too: they take what was found first.
process.env.CHROMIUM_PATH = browser.executablePath;
Object.assign(process.env, browser.env);

const sizes = {
  phone: { width: 390, height: 844 },
  tablet: { width: 1024, height: 768 },
  desktop: { width: 1440, height: 900 },
};
// Light and dark are looked at on one page, by `look`. What fails there is in the picture and in the message.
const looks = Object.entries(sizes).map(([size, viewport]) => ({
  name: size,
  testMatch: '**/*.looks.ts',
  use: { viewport, trace: 'off' as const },
}));

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/browser',
  globalSetup: ['./tests/setup/turnwise-server.ts', './tests/e2e/axe-pages.ts'],
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // No test measures time: on a busy machine an answer may take long, and what never comes still fails.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    viewport: sizes.desktop,
    colorScheme: 'light',
    locale: 'en-GB',
    // Far from any clinic's zone: a date that depends on where the browser is shows up as a wrong one.
    timezoneId: 'Pacific/Auckland',
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: { executablePath: browser.executablePath, args: chromiumArgs },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
  projects: [
    { name: 'use', testMatch: '**/*.spec.ts' },
    ...looks,
    // Last of all, and of a whole run alone: what the others have left out.
    { name: 'pages', testMatch: '**/*.pages.ts', dependencies: ['use', ...Object.keys(sizes)] },
  ],
});
