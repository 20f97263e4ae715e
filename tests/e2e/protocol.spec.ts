import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { addressOfCase } from './open-case.ts';

/** Devices of a millimetre a turn, turned each evening. */
const ONE_A_DAY = 'NM-480103';

/** Two devices, half a millimetre twice a day, on plan. */
const TO_EXCHANGE = 'NM-480117';

/** On plan, and no other test writes in it. */
const TO_RACE_FOR = 'NM-480113';

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

async function tabToLink(page: Page, words: string) {
  for (let presses = 0; presses < MOST_TABS; presses++) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate(() => document.activeElement?.textContent?.trim())) === words) return;
  }
  throw new Error(`Tab does not lead to ${words}.`);
}

/** Types today into the day that has the focus; in which order its parts are typed is the browser's language. */
async function typeToday(page: Page) {
  for (const digits of ['03042026', '04032026']) {
    await page.keyboard.type(digits);
    if ((await page.locator(':focus').inputValue()) === '2026-03-04') return;
    for (let part = 0; part < 2; part++) await page.keyboard.press('ArrowLeft');
  }
  throw new Error('Today cannot be typed.');
}

async function retype(page: Page, text: string) {
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

test('a nurse proposes 3 mm a day, a surgeon co-signs after seeing both curves, and the family’s sheet has it, without a mouse', async ({
  page,
  openAs,
  axe,
}) => {
  const path = await addressOfCase(page, ONE_A_DAY);
  await page.goto(`${path}/protocol?write=change`);
  await expect(page.getByRole('img', { name: /^Expansion, With v2/ })).toBeVisible();
  await tabTo(page, /^fromDay /);
  await typeToday(page);
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
  await page.goto(`${path}/protocol/sheet`);
  expect(await printedTurns(page)).toEqual({ heads: ['Protocol version 1,'], turns: ['1 turn'] });

  const surgeon = await openAs('surgeon');
  await surgeon.goto('/?rule=co-signature');
  await expect(surgeon.getByText('v2 waits for a surgeon\u2019s signature').first()).toBeVisible();
  await surgeon.goto(`${path}/protocol`);
  await expect(surgeon.getByRole('heading', { name: /^To co-sign: v2/ })).toBeVisible();
  const curves = surgeon.getByRole('img', { name: /^Expansion, With v2, beside the plan as it is now/ });
  await expect(curves).toBeVisible();
  const [planned, asItIsNow] = await Promise.all(
    ['planned', 'original'].map((series) =>
      curves.locator(`.stroke-chart-${series}`).first().getAttribute('d'),
    ),
  );
  expect(asItIsNow).toBeTruthy();
  expect(planned).not.toBe(asItIsNow);
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

  await page.goto(`${path}/protocol`);
  await tabToLink(page, 'Turning sheet for the family');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article', { name: /^Turning sheet, Page 1 of/ })).toBeVisible();
  expect(await printedTurns(page)).toEqual({ heads: ['Protocol version 2,'], turns: ['3 turns', '1 turn'] });
});

/** Under the styles of paper: which version heads the pages, and what is turned, each once. */
async function printedTurns(page: Page) {
  await page.emulateMedia({ media: 'print' });
  const sheets = page.locator('.turning-sheet-page:visible');
  const heads = await sheets.locator('header').allTextContents();
  const turns = await sheets.locator('[data-kind=turn]:visible').allTextContents();
  await page.emulateMedia({ media: null });
  const version = (head: string) => /Protocol version \d+,/.exec(head)?.[0];
  return { heads: [...new Set(heads.map(version))], turns: [...new Set(turns)] };
}

test('an exchange leads from the operation to the new device and to its plan', async ({ page, axe }) => {
  const path = await addressOfCase(page, TO_EXCHANGE);
  await page.goto(`${path}/protocol`);
  await page.getByRole('link', { name: 'Exchange of a device' }).click();
  const steps = page.getByRole('navigation', { name: 'Steps of the exchange' });
  await steps.getByRole('link', { name: 'Record the operation' }).click();
  await page.locator('[name=endedAtDay]').fill('2026-03-04');
  await page.locator('[name=endedAtTime]').fill('08:30');
  await page.getByRole('checkbox', { name: /^Left/ }).check();
  await page.getByRole('button', { name: 'Save the operation' }).click();
  await expect(steps.getByText(/^Operation recorded: Left taken out/)).toBeVisible();
  // What is missing is said on the case, until it is there.
  await page.goto(path);
  await expect(page.getByText(/It was taken out, and the protocol still plans it/).first()).toBeVisible();
  await page.goto(`${path}/protocol?write=exchange`);
  await steps.getByRole('link', { name: 'Place the new device' }).click();
  await expect(page.locator('[name=label]')).toHaveValue('Left');
  await expect(page.locator('[name=placedAtTime]')).toHaveValue('08:30');
  for (const [name, value] of Object.entries({ umPerTurn: '0.5', actuationsPerTurn: '1', travelUm: '20' })) {
    await page.locator(`[name=${name}]`).fill(value);
  }
  await page.locator('[name=initialOpeningUm]').fill('0');
  await page.getByText('With the arrow', { exact: true }).click();
  await page.locator('[name=threadConfirmed]').check();
  await page.getByRole('button', { name: 'Save the device, go on to its plan' }).click();
  await expect(page.getByText(/^Left was taken out 04-Mar-2026 08:30 after .* are left\./)).toBeVisible();
  await expect(page.locator('[name=fromDay]')).toHaveValue('2026-03-04');
  for (const row of [1, 2]) await page.getByLabel(`Session ${row}, Left, actuations`).fill('1');
  await page.getByLabel('Left, stops at, mm').fill('6');
  await page.locator('[name=reasonCode]').selectOption('device-failure');
  await page.locator('[name=reason]').fill('Arm broken');
  await axe(page);
  await page.getByRole('button', { name: 'Publish version 2' }).click();
  await expect(page.getByText('Version 2 is published.')).toBeVisible();
  await expect(page.getByText(/Left: newly planned, 1\.0\u00a0mm a day/).first()).toBeVisible();
  await page.goto(path);
  await expect(page.getByText(/It was taken out, and the protocol still plans it/)).toHaveCount(0);
});

test('of two who hold at once the second sees what the first saved and keeps what was typed', async ({
  page,
  openAs,
  axe,
}) => {
  const protocol = `${await addressOfCase(page, TO_RACE_FOR)}/protocol`;
  const surgeon = await openAs('surgeon');
  for (const who of [page, surgeon]) {
    await who.goto(`${protocol}?write=hold`);
    await who.locator('[name=reasonCode]').selectOption('pain');
    await who.locator('[name=reason]').fill(who === page ? 'Cries at each turn' : 'Red at the arm');
  }
  const publish = { name: /^Publish version/ };
  await surgeon.getByRole('button', publish).click();
  await expect(surgeon.getByText(/Version \d+ is published\./)).toBeVisible();
  await page.getByRole('button', publish).click();
  await expect(page.getByText(/Somebody else saved this first/)).toBeVisible();
  await expect(page.getByRole('row', { name: /^In words/ })).toContainText('Red at the arm');
  await expect(page.locator('[name=reason]')).toHaveValue('Cries at each turn');
  await axe(page);
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
