import process from 'node:process';
import { chromium, type Page } from '@playwright/test';
import { chromiumArgs, findChromium } from '#tests/setup/chromium.ts';
import type { BenchClinic } from './bench-clinic.ts';
import type { Figure } from './figure.ts';
import { median, percentile } from './rounds.ts';

const WARM_UP = 6;
const KEYS = 40;
/** Time between two keys: what the one before it set off is over. */
const PAUSE_MS = 250;

/**
 * From a key in the form of an amendment to the frame that shows its preview, in a real browser: the plan is laid out,
 * judged and compared with the one that holds, and both curves are drawn.
 */
export async function measurePreview(
  origin: string,
  { full, cookie }: BenchClinic,
  cleanups: (() => unknown)[],
): Promise<Figure> {
  const { executablePath, env } = await findChromium();
  const browser = await chromium.launch({
    executablePath,
    args: chromiumArgs,
    env: { ...(process.env as Record<string, string>), ...env },
  });
  cleanups.push(() => browser.close());
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const [name = '', value = ''] = cookie.split(/=(.*)/s);
  await context.addCookies([{ name, value, url: origin }]);
  const page = await context.newPage();
  await page.goto(`${origin}/cases/${full.caseId}/protocol?write=change`, { waitUntil: 'networkidle' });
  const times = (await typeAmounts(page)).slice(WARM_UP);
  await context.close();
  if (times.length < KEYS) throw new Error(`Only ${times.length} of ${KEYS} keys changed the preview.`);
  return {
    name: 'key in an amendment → its preview painted, 95 of 100 keys within',
    value: percentile(times, 0.95),
    unit: 'ms',
    must: 100,
    aim: 50,
    detail: `real browser, ${KEYS} keys, median ${median(times).toFixed(0)} ms, slowest ${Math.max(...times).toFixed(0)} ms`,
  };
}

/**
 * Runs in the page: after each key waits for the first change within the preview, then for the end of the frame that
 * shows it. As text, since what compiles this file would add calls that the page does not know.
 */
const FOLLOW_KEYS = `
  const preview = document.querySelector('#preview');
  if (!preview) throw new Error('There is no preview.');
  window.previewTimes = [];
  document.addEventListener('input', () => {
    const typedAt = performance.now();
    const observer = new MutationObserver(() => {
      observer.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => window.previewTimes.push(performance.now() - typedAt);
        port2.postMessage(null);
      });
    });
    observer.observe(preview, { subtree: true, childList: true, characterData: true, attributes: true });
  }, true);
`;

/** Types amounts one after another, and says how long after each key the frame after the preview's change was over. */
async function typeAmounts(page: Page): Promise<readonly number[]> {
  await page.evaluate(`(() => {${FOLLOW_KEYS}})()`);
  const amount = page.locator('[name^="amount."]').first();
  await amount.focus();
  for (let key = 0; key < WARM_UP + KEYS; key++) {
    await amount.selectText();
    await page.keyboard.press(String((key % 3) + 1));
    await page.waitForTimeout(PAUSE_MS);
  }
  return page.evaluate<number[]>('window.previewTimes');
}
