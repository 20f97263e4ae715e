import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { addressOfCase } from './open-case.ts';

/** One device, one millimetre each evening. */
const ONE_A_DAY = 'NM-480103';

test.use({ who: 'nurse' });

const MOST_TABS = 150;

/** Walks with the Tab key, as somebody without a mouse does, until the control of that name has the focus. */
async function tabTo(page: Page, name: RegExp) {
  for (let presses = 0; presses < MOST_TABS; presses++) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => {
      const focused = document.activeElement;
      return `${focused?.getAttribute('name') ?? ''} ${focused?.getAttribute('value') ?? ''}`;
    });
    if (name.test(here)) return;
  }
  throw new Error(`Tab does not lead to ${name}.`);
}

async function retype(page: Page, text: string) {
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

test('a nurse proposes 3 mm a day, and a surgeon co-signs after seeing the curve, without a mouse', async ({
  page,
  openAs,
  axe,
}) => {
  const path = await addressOfCase(page, ONE_A_DAY);
  await page.goto(`${path}/protocol?write=change`);
  await expect(page.getByRole('img', { name: /^Expansion, With v2/ })).toBeVisible();
  await tabTo(page, /^amount\..*\.1 /);
  await retype(page, '3');
  await expect(page.getByText(/It would wait for a surgeon/)).toBeVisible();
  await expect(page.getByText(/1\.0\u00a0mm a day \(1\) → 3\.0\u00a0mm a day \(3\)/).first()).toBeVisible();
  await axe(page);
  await tabTo(page, /^reasonCode /);
  await page.keyboard.type('Raised');
  await tabTo(page, /^reason /);
  await page.keyboard.type('Fundus blurred');
  await tabTo(page, /^intent publish/);
  await page.keyboard.press('Enter');
  await expect(
    page.getByText('Version 2 waits for a surgeon\u2019s signature. It is not in force.'),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Co-sign v2' })).toHaveCount(0);

  const surgeon = await openAs('surgeon');
  await surgeon.goto('/?rule=co-signature');
  await expect(surgeon.getByText('v2 waits for a surgeon\u2019s signature').first()).toBeVisible();
  await surgeon.goto(`${path}/protocol`);
  await expect(surgeon.getByRole('heading', { name: /^To co-sign: v2/ })).toBeVisible();
  await expect(surgeon.getByRole('img', { name: /^Expansion, With v2/ })).toBeVisible();
  await axe(surgeon);
  await tabTo(surgeon, /^decision co-signed/);
  await surgeon.keyboard.press('Enter');
  await expect(surgeon.getByText('Your answer about version 2 is saved.')).toBeVisible();
  await expect(surgeon.getByRole('heading', { name: /^To co-sign/ })).toHaveCount(0);
  await expect(surgeon.getByText(/^Co-signed by /)).toBeVisible();
  await axe(surgeon);
  await surgeon.goto(`${path}/timeline?kind=version`);
  await expect(
    surgeon.getByText(/1\.0\u00a0mm a day \(1\) → 3\.0\u00a0mm a day \(3\)/).first(),
  ).toBeVisible();
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('the preview of a hold is laid out by the server, and keeps what was typed', async ({ page }) => {
    const path = await addressOfCase(page, 'NM-480101');
    await page.goto(`${path}/protocol?write=hold`);
    await page.locator('[name=reason]').fill('Fever');
    await page.getByRole('button', { name: 'Preview', exact: true }).click();
    await expect(page.locator('[name=reason]')).toHaveValue('Fever');
    await expect(page.getByText(/held; was 0\.5\u00a0mm a day/).first()).toBeVisible();
    await expect(page.getByText(/do not turn/).first()).toBeVisible();
  });
});
