import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { addressOfCase } from './open-case.ts';

test.use({ who: 'nurse' });

const SIXTY_DAYS = 'NM-480100';
const LEFT_OUT = 'NM-480129';
const UNKNOWN = '/cases/01a00000-0000-7000-8000-000000000000';

const chartOn = (page: Page) => page.getByRole('img', { name: /^Expansion over time/ });
const slider = (page: Page) => page.getByRole('slider', { name: 'Slot that is read out' });

/** The figures of a text, such as `27.25 mm`, without the words around them. */
const figuresIn = (text: string) => text.match(/[+−–-]?\d+\.\d\d/g) ?? [];

test('a case is opened from the worklist, and its flags stand before what is told at length', async ({
  page,
  axe,
}) => {
  await page.goto(`/?q=${SIXTY_DAYS}`);
  await page.getByRole('link', { name: /^Thornbury/i }).click();
  await expect(page).toHaveURL(/\/cases\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { name: 'THORNBURY, Florence' })).toBeVisible();
  await expect(chartOn(page)).toHaveAccessibleName(/Left/);
  await axe(page);
  await page.setViewportSize({ width: 390, height: 844 });
  const tops = await page
    .locator('main section')
    .evaluateAll((sections) => sections.map((section) => section.getBoundingClientRect().top));
  expect(tops).toEqual([...tops].sort((a, b) => a - b));
  const titles = await page.locator('main section h2').allTextContents();
  expect(titles.slice(0, 2)).toEqual([expect.stringMatching(/^Expansion/), expect.stringMatching(/^Flags/)]);
});

test('the arrow keys read out slot by slot what the table says', async ({ page }) => {
  const address = await addressOfCase(page, SIXTY_DAYS);
  const beginIdleTime = await holdIdleTime(page);
  await page.goto(address);
  await slider(page).focus();
  const last = Number(await slider(page).getAttribute('aria-valuemax'));
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(slider(page)).toHaveAttribute('aria-valuenow', String(last - 2));
  const words = (await slider(page).getAttribute('aria-valuetext')) ?? '';
  const [when = ''] = words.split('. Left');
  await expect(page.getByText(when, { exact: true })).toBeVisible();
  await beginIdleTime();
  await expect(slider(page).locator('.recharts-reference-dot')).not.toHaveCount(0);
  await expect(slider(page)).toHaveAttribute('aria-valuenow', String(last - 2));
  await page.keyboard.press('Home');
  await expect(slider(page)).toHaveAttribute('aria-valuenow', '1');
  await page.getByRole('link', { name: 'Table', exact: true }).click();
  await expect(page).toHaveURL(/view=table/);
  const rows = page
    .locator('tbody')
    .filter({ has: page.getByRole('rowheader', { name: when, exact: true }) });
  await expect(rows).toHaveCount(1);
  expect(figuresIn((await rows.textContent()) ?? '')).toEqual(figuresIn(words));
});

/** Keeps pages from what they do once nothing else is to be done, until what is returned is called. */
async function holdIdleTime(page: Page): Promise<() => Promise<void>> {
  await page.addInitScript(() => {
    const waiting: IdleRequestCallback[] = [];
    window.requestIdleCallback = (callback) => waiting.push(callback);
    window.addEventListener('idle-time', () => {
      for (const callback of waiting) callback({ didTimeout: false, timeRemaining: () => 50 });
    });
  });
  return () => page.evaluate(() => void window.dispatchEvent(new Event('idle-time')));
}

test('the devices that are drawn are in the address, and no two words of the chart touch', async ({
  page,
}) => {
  const address = await addressOfCase(page, SIXTY_DAYS);
  await page.goto(address);
  await page.getByRole('link', { name: 'Together', exact: true }).click();
  await expect(page).toHaveURL(/device=together/);
  await expect(chartOn(page).getByText('All devices')).toBeVisible();
  await page.getByRole('navigation', { name: 'Devices' }).getByRole('link', { name: 'Right' }).click();
  await expect(page).toHaveURL(/device=[0-9a-f-]{36}/);
  await expect(chartOn(page).getByText('closed at placement')).toHaveCount(1);
  await page.goBack();
  await expect(chartOn(page).getByText('All devices')).toBeVisible();
  for (const width of [1440, 1280, 1024, 640, 390, 360]) {
    await page.setViewportSize({ width, height: 844 });
    for (const query of ['', '?device=together']) {
      await page.goto(address + query);
      expect(await touchingWords(page), `${width} px ${query}`).toEqual([]);
    }
  }
});

/** Pairs of words of the chart whose letters lie over one another. */
async function touchingWords(page: Page): Promise<string[]> {
  return chartOn(page).evaluate((svg) => {
    const texts = [...svg.querySelectorAll('text')].flatMap((text) => {
      const box = text.getBoundingClientRect();
      const inset = box.height / 5;
      const edges = { left: box.left, right: box.right, top: box.top + inset, bottom: box.bottom - inset };
      return box.width === 0 ? [] : { words: text.textContent ?? '', ...edges };
    });
    return texts.flatMap((a, index) =>
      texts
        .slice(index + 1)
        .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
        .map((b) => `${a.words} / ${b.words}`),
    );
  });
}

test('a flag is acknowledged, given to a colleague and opened again; who decides after somebody else sees both', async ({
  page,
  openAs,
  axe,
}) => {
  const address = await addressOfCase(page, LEFT_OUT);
  await page.goto(address);
  const flag = page.locator('#flags li').filter({ hasText: 'Left: 1.5 mm behind plan' });
  const form = page.getByRole('form', { name: 'Decide about this flag' });
  const decide = async (decision: string, note: string) => {
    await flag.getByRole('link', { name: /decide|decision/i }).click();
    await expect(form).toBeVisible();
    await form.getByRole('radio', { name: new RegExp(`^${decision}`) }).check();
    await form.getByLabel('Note').fill(note);
    if (decision === 'Give to somebody') {
      await axe(page);
      await form.getByLabel('Whose it is').selectOption({ index: 1 });
    }
    await form.getByRole('button', { name: 'Save decision' }).click();
    await expect(form).toHaveCount(0);
    await expect(page.getByText(note).first()).toBeAttached();
  };
  const note = crypto.randomUUID();
  await decide('Acknowledge', `Spoke with the mother ${note}`);
  await decide('Give to somebody', `Please call again ${note}`);
  await expect(flag.getByText(/^With /)).toBeVisible();
  await decide('Open again', `Not so after all ${note}`);
  await flag.getByText(/decisions so far/).click();
  await expect(flag.getByText(`Spoke with the mother ${note}`)).toBeVisible();
  await axe(page);
  const paper = await page.context().newPage();
  await paper.goto(`${address}/print`);
  await expect(paper.getByText(`Spoke with the mother ${note}`)).toBeVisible();
  await paper.close();

  const second = await openAs('surgeon');
  await second.goto(address);
  await second
    .locator('#flags li')
    .filter({ hasText: 'Left: 1.5 mm behind plan' })
    .getByRole('link', { name: /decide/i })
    .click();
  const theirForm = second.getByRole('form', { name: 'Decide about this flag' });
  await theirForm.getByLabel('Note').fill(`The father will catch up ${note}`);
  await decide('Acknowledge', `Left as it is ${note}`);
  const save = theirForm.getByRole('button', { name: 'Save decision' });
  await save.click();
  await expect(theirForm.getByRole('alert')).toContainText('Somebody else saved this first');
  const both = theirForm.getByRole('table');
  await expect(both).toContainText(`Left as it is ${note}`);
  await expect(both).toContainText(`The father will catch up ${note}`);
  await axe(second);
  await save.click();
  await expect(theirForm).toHaveCount(0);
  await expect(second.getByText(`The father will catch up ${note}`).first()).toBeAttached();
});

test('the sheet for paper has the chart, the flags and the latest slots', async ({ page, axe }) => {
  const address = await addressOfCase(page, SIXTY_DAYS);
  await page.goto(`${address}/print`);
  await expect(chartOn(page)).toBeVisible();
  for (const name of ['Flags', 'Latest slots', 'Protocol in force']) {
    await expect(page.getByRole('heading', { name: new RegExp(`^${name}`) })).toBeVisible();
  }
  await axe(page);
});

test('a case that is not there, an address that is none, and a foreign case are the same page', async ({
  page,
  openAs,
  problems,
  axe,
}) => {
  problems.allow(/status of 404/);
  const elsewhere = await openAs('nurse@other');
  const foreign = await addressOfCase(elsewhere, 'VA-203102');
  for (const address of [UNKNOWN, '/cases/none/turns', foreign]) {
    const response = await page.goto(address);
    expect(response?.status()).toBe(404);
    await expect(page).toHaveTitle('Not found · Turnwise');
    await expect(page.getByRole('navigation', { name: 'Main' })).toHaveCount(1);
    await expect(page.getByRole('searchbox').first()).toBeVisible();
    await expect(page.getByRole('main')).toHaveCount(1);
    await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
    await axe(page);
  }
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the chart is drawn, the read-out and the table can be read', async ({ page }) => {
    const address = await addressOfCase(page, SIXTY_DAYS);
    await page.goto(address);
    await expect(chartOn(page)).toBeVisible();
    await expect(chartOn(page).getByText('End of travel 35.0\u00a0mm').first()).toBeAttached();
    await expect(page.getByText(/^planned \d/).first()).toBeVisible();
    await page.getByRole('link', { name: 'Table', exact: true }).click();
    await expect(page.getByRole('table', { name: /Planned, reported and measured/ })).toBeVisible();
  });
});

test('the page is sent once, and stays when others change the case, when one leads on and when one comes back', async ({
  page,
}) => {
  const address = await addressOfCase(page, SIXTY_DAYS);
  const answer = await page.goto(address);
  const html = (await answer?.text()) ?? '';
  const marks = (words: string) => html.split(words).length - 1;
  expect(marks('aria-label="Expansion over time')).toBe(1);
  expect(marks('id=\\"devices\\"') + marks('id="devices"')).toBe(1);
  const drawn = await chartOn(page).innerHTML();
  const bar = page.getByRole('navigation', { name: 'Parts of the case' });
  const current = bar.locator('[aria-current="page"]');
  await expect(current).toHaveText('Overview');
  const mark = await page.evaluateHandle(() => document.querySelector('[data-static] svg'));
  await bar.getByRole('link', { name: 'Turns' }).click();
  await expect(page).toHaveURL(/\/turns$/);
  await expect(current).toHaveText('Turns');
  await expect(page).toHaveTitle('Turns · THORNBURY, Florence · Turnwise');
  expect(await mark.evaluate((element) => element?.isConnected), 'the bar was not loaded anew').toBe(true);
  await page.goBack();
  await expect(current).toHaveText('Overview');
  await expect(page).toHaveTitle('THORNBURY, Florence · Turnwise');
  expect(await chartOn(page).innerHTML()).toBe(drawn);
  await page.reload();
  const history = page.locator('#flags details').first();
  await history.locator('summary').click();
  const table = page.getByRole('link', { name: 'Table', exact: true });
  await table.press('Enter');
  await expect(page).toHaveURL(/view=table/);
  await expect(table).toHaveAttribute('aria-current', 'true');
  await expect(table).toBeFocused();
  await expect(history).toHaveAttribute('open');
  await page.goBack();
  expect(await chartOn(page).innerHTML()).toBe(drawn);
});

test('what stands still is there too when something else changed the page before React came to it', async ({
  page,
  problems,
}) => {
  problems.allow(/error #418/);
  const address = await addressOfCase(page, SIXTY_DAYS);
  await page.route(address, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('<details name="header-menu"', '<b>put in</b>$&');
    await route.fulfill({ response, body });
  });
  await page.goto(address);
  await expect(page.getByText('put in')).toHaveCount(0);
  await expect(chartOn(page)).toBeVisible();
  await expect(page.locator('#devices')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Complications', exact: true })).toBeVisible();
});
