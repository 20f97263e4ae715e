import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/** A number that no other test has used. */
const newMrn = () => `E2E-${crypto.randomUUID().slice(0, 12)}`;

const control = (page: Page, name: string) => page.locator(`[name="${name}"]`);

async function fillCase(page: Page, { family, mrn }: { family: string; mrn: string }) {
  await control(page, 'familyName').fill(family);
  await control(page, 'givenName').fill('Ada');
  await control(page, 'mrn').fill(mrn);
  await control(page, 'bornDay').fill('2025-07-14');
  await page.locator('[name=sex][value=female]').check({ force: true });
  await page.locator('[name=sutureCodes][value="Q75.042"]').check();
  await control(page, 'site').selectOption('posterior-cranial-vault');
  await control(page, 'surgeonId').selectOption({ index: 1 });
}

/** A case of a new child; its address. */
async function openCase(page: Page, family = 'Okafor', mrn = newMrn()): Promise<string> {
  await page.goto('/cases/new');
  await fillCase(page, { family, mrn });
  await page.getByRole('button', { name: 'Open the case' }).click();
  await page.waitForURL(/\/cases\/[0-9a-f]{8}-[0-9a-f-]+$/);
  return new URL(page.url()).pathname;
}

async function recordOperation(page: Page, path: string) {
  await page.goto(`${path}/devices`);
  await control(page, 'endedAtDay').fill('2026-02-20');
  await control(page, 'endedAtTime').fill('11:40');
  await page.getByRole('button', { name: 'Save the operation' }).click();
  await expect(page.getByRole('heading', { name: 'The first device' })).toBeVisible();
}

async function fillDevice(page: Page, label: string) {
  await control(page, 'label').fill(label);
  await control(page, 'position').fill(`${label} parietal`);
  await control(page, 'umPerTurn').fill('0.5');
  await control(page, 'actuationsPerTurn').fill('1');
  await control(page, 'travelUm').fill('30');
  await control(page, 'initialOpeningUm').fill('1');
  await page.locator('[name=turnDirection][value=with-arrow]').check({ force: true });
}

async function placeDevices(page: Page, labels: readonly string[]) {
  for (const label of labels) {
    await fillDevice(page, label);
    await control(page, 'threadConfirmed').check();
    const isLast = label === labels.at(-1);
    await page.getByRole('button', { name: isLast ? 'Save the device' : 'Save and add another' }).click();
    await expect(page.getByText(`${label} is saved.`)).toBeVisible();
  }
}

async function plan(page: Page, label: string, amounts: readonly string[], target: string) {
  for (const [index, amount] of amounts.entries()) {
    await page.getByLabel(`Session ${index + 1}, ${label}, actuations`).fill(amount);
  }
  await page.getByLabel(`${label}, stops at, mm`).fill(target);
}

test.describe('a nurse', () => {
  test.use({ who: 'nurse' });

  test('takes a child from the operation to the first turns', async ({ page, axe }) => {
    await page.goto('/cases/new');
    await axe(page);
    await page.getByRole('button', { name: 'Open the case' }).click();
    const errors = page.locator('main').getByRole('alert').getByRole('link');
    await expect(errors.first()).toBeVisible();
    const places = await errors.evaluateAll((links) => {
      const all = [...document.querySelectorAll('main *')];
      return links.map((link) => all.findIndex(({ id }) => `#${id}` === link.getAttribute('href')));
    });
    expect(places.length).toBeGreaterThan(3);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    const path = await openCase(page);
    await expect(page.getByRole('heading', { name: 'OKAFOR, Ada' })).toBeFocused();
    await axe(page);
    await page.getByRole('link', { name: 'Record the operation' }).click();
    await page.waitForURL(/\/devices/);
    await recordOperation(page, path);
    await fillDevice(page, 'Left');
    await expect(page.getByText('One actuation = 0.5\u00a0mm (a whole turn, 360°)')).toBeVisible();
    await page.getByRole('button', { name: 'Save the device' }).click();
    await expect(page.getByText('Check both figures against the device').first()).toBeVisible();
    await axe(page);
    await placeDevices(page, ['Left', 'Right']);
    await expect(page.getByRole('status').filter({ hasText: 'Right is saved.' })).toBeFocused();
    await axe(page);

    await page.goto(`${path}/protocol?write=next`);
    await expect(control(page, 'fromDay')).toHaveValue('2026-02-23');
    await plan(page, 'Left', ['1', '1'], '20');
    await plan(page, 'Right', ['1', '0'], '20');
    await expect(page.getByText('1.0\u00a0mm a day', { exact: true })).toBeVisible();
    await expect(page.getByText('0.5\u00a0mm a day', { exact: true })).toBeVisible();
    await axe(page);
    await page.getByRole('button', { name: 'Publish version 1' }).click();
    await expect(page.getByText('Version 1 is published.')).toBeVisible();
    await page.getByRole('button', { name: 'The family was told' }).click();
    await expect(page.getByText('not yet')).toHaveCount(0);
    await axe(page);

    await page.getByRole('link', { name: 'Record the turns' }).click();
    await expect(page.getByRole('button', { name: 'Save the call' })).toBeVisible();
  });

  test('is told of a known MRN, led to its case, and loses nothing', async ({ page, axe }) => {
    const mrn = newMrn();
    const path = await openCase(page, 'Okafor', mrn);
    await page.goto('/cases/new');
    await fillCase(page, { family: 'Okafor', mrn });
    await page.getByRole('button', { name: 'Open the case' }).click();
    const link = page.getByRole('link', { name: 'Go to the open case of this patient' });
    await expect(link).toHaveAttribute('href', path);
    await expect(control(page, 'givenName')).toHaveValue('Ada');
    await expect(page.locator('[name=sutureCodes][value="Q75.042"]')).toBeChecked();
    await axe(page);
  });

  test('is told, while typing, that a plan outside the band needs a surgeon', async ({ page }) => {
    const path = await openCase(page);
    await recordOperation(page, path);
    await placeDevices(page, ['Midline']);
    await page.goto(`${path}/protocol?write=next`);
    await plan(page, 'Midline', ['3', '2'], '35');
    await expect(page.getByText('needs a surgeon', { exact: true })).toHaveCount(2);
    await page.getByRole('button', { name: 'Publish version 1' }).click();
    await expect(page.getByText('Version 1 waits for a surgeon\u2019s signature.')).toBeVisible();
  });

  test('who saves second sees both versions, and may then replace the other', async ({
    page,
    openAs,
    axe,
  }) => {
    const path = await openCase(page);
    const surgeon = await openAs('surgeon');
    for (const one of [page, surgeon]) await one.goto(`${path}/patient`);
    // A page on which nothing is typed would show what the other saves.
    await control(page, 'syndrome').fill('Apert');
    await control(surgeon, 'diagnosis').fill('Turricephaly');
    await surgeon.getByRole('button', { name: 'Save the patient' }).click();
    await expect(surgeon.getByRole('status').filter({ hasText: 'The patient is saved.' })).toBeFocused();

    await page.getByRole('button', { name: 'Save the patient' }).click();
    const both = page.getByRole('row', { name: /^Diagnosis/ });
    await expect(both).toContainText('Turricephaly');
    await expect(control(page, 'syndrome')).toHaveValue('Apert');
    await axe(page);
    await control(page, 'diagnosis').fill('Turricephaly');
    await page.getByRole('button', { name: 'Save the patient' }).click();
    await expect(page.getByText('The patient is saved.')).toBeVisible();
  });

  test('who publishes second sees the version that came in between, and loses nothing', async ({
    page,
    openAs,
    axe,
  }) => {
    const path = await openCase(page);
    await recordOperation(page, path);
    await placeDevices(page, ['Midline']);
    const surgeon = await openAs('surgeon');
    for (const one of [page, surgeon]) {
      await one.goto(`${path}/protocol?write=next`);
      await plan(one, 'Midline', ['1', '1'], '20');
    }
    await control(surgeon, 'reason').fill('Start slowly');
    await surgeon.getByRole('button', { name: 'Publish version 1' }).click();
    await expect(surgeon.getByText('Version 1 is published.')).toBeVisible();
    await page.getByRole('button', { name: 'Publish version 1' }).click();
    await expect(page.getByRole('row', { name: /^In words/ })).toContainText('Start slowly');
    await expect(page.getByRole('columnheader', { name: /^Saved by/ })).not.toContainText(/[0-9a-f]{8}-/);
    await expect(page.getByLabel('Session 1, Midline, actuations')).toHaveValue('1');
    await axe(page);
    // A version on top of theirs begins no longer ago than the clinic allows.
    await control(page, 'fromDay').fill('2026-03-06');
    await page.getByRole('button', { name: 'Publish version 2' }).click();
    await expect(page.getByText('Version 2 is published.')).toBeVisible();
  });

  test('closes a case only by its name, and only as what it is', async ({ page, axe }) => {
    const path = await openCase(page);
    await page.goto(`${path}/patient?closing=yes`);
    await page.getByText('Completed: the devices are out').click();
    await page.getByRole('button', { name: 'Close the case' }).click();
    await expect(page.getByText('Type the family name as it stands').first()).toBeVisible();
    await control(page, 'confirmedName').fill('okafor');
    await page.getByRole('button', { name: 'Close the case' }).click();
    await expect(page.getByText('none is recorded').first()).toBeVisible();
    await page.getByText('Transferred to another clinic').click();
    await control(page, 'reason').fill('The family has moved');
    await page.getByRole('button', { name: 'Close the case' }).click();
    await expect(page.getByText('This case is closed.')).toBeVisible();
    await expect(page.locator('header').getByText('Closed 04-Mar-2026')).toBeVisible();
    await axe(page);
    await page.getByRole('link', { name: 'Open another case for this patient' }).click();
    await expect(page.getByText(/Another case for OKAFOR, Ada/)).toBeVisible();
  });
});

test.describe('without a script', () => {
  test.use({ who: 'nurse', javaScriptEnabled: false });

  test('the way from a new case to its protocol works, and keeps what was typed', async ({ page }) => {
    await page.goto('/cases/new');
    await fillCase(page, { family: 'Nguyen', mrn: newMrn() });
    await control(page, 'name').fill('Lan Nguyen');
    await page.getByRole('button', { name: 'Open the case' }).click();
    await expect(page.getByText('Give the relation to the child').first()).toBeVisible();
    await expect(control(page, 'site')).toHaveValue('posterior-cranial-vault');
    await control(page, 'relation').fill('mother');
    await page.getByRole('button', { name: 'Open the case' }).click();
    await page.waitForURL(/\/cases\/[0-9a-f]{8}-[0-9a-f-]+$/);
    const path = new URL(page.url()).pathname;
    await recordOperation(page, path);
    await placeDevices(page, ['A', 'B']);
    await page.goto(`${path}/protocol?write=next`);
    await plan(page, 'A', ['1', 'x'], '20');
    await plan(page, 'B', ['1', '1'], '');
    await page.getByRole('button', { name: 'Publish version 1' }).click();
    await expect(page.getByLabel('Session 2, A, actuations')).toHaveAttribute('aria-invalid', 'true');
    await plan(page, 'A', ['1', '1'], '20');
    await page.getByRole('button', { name: 'Publish version 1' }).click();
    await expect(page.getByText('Version 1 is published.')).toBeVisible();
  });
});

test.describe('a scheduler', () => {
  test.use({ who: 'scheduler' });

  test('records no operation but a removal, which there is none of yet, and reads the rest', async ({
    page,
    openAs,
    axe,
  }) => {
    const nurse = await openAs('nurse');
    const path = await openCase(nurse);
    await page.goto(`${path}/devices`);
    await expect(page.getByText('No operation is recorded')).toBeVisible();
    await expect(page.locator('main form')).toHaveCount(0);
    await recordOperation(nurse, path);
    await page.goto(`${path}/devices`);
    await expect(page.getByRole('link', { name: /^Correct: Index/ })).toHaveCount(0);
    await expect(page.getByRole('link', { name: /^Record/ })).toHaveCount(0);
    await expect(control(page, 'label')).toHaveCount(0);
    for (const part of ['patient', 'protocol']) {
      await page.goto(`${path}/${part}`);
      await expect(page.getByRole('heading', { name: 'OKAFOR, Ada' })).toBeVisible();
      await expect(page.locator('main form')).toHaveCount(0);
      await axe(page);
    }
  });
});
