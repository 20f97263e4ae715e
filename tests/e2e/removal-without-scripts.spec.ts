import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { addressOfCase } from './open-case.ts';

/** A time is held for the first; the second is ready, the third in consolidation. */
const [HELD, READY, CONSOLIDATING] = ['NM-480205', 'NM-480107', 'NM-480206'];
/** Completed; its removal was recorded without a report. */
const UNREPORTED = 'NM-480137';

test.use({ javaScriptEnabled: false, who: 'scheduler' });

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

test('without a script a hold is confirmed, moved, postponed, booked again and cancelled', async ({
  page,
}) => {
  const path = `${await addressOfCase(page, HELD)}/removal`;
  await page.goto(path);
  await press(page, 'Confirm');
  await expect(page.getByText('The theatre is booked.')).toBeVisible();

  await page.getByRole('link', { name: 'Move', exact: true }).click();
  await page.getByRole('radio', { name: 'Another time' }).check();
  await page.locator('[name=startsAtDay]').fill('2026-01-05');
  await page.locator('[name=startsAtTime]').fill('07:30');
  await page.locator('[name=roomId]').selectOption({ label: 'Theatre 3' });
  await page.locator('[name=reason]').fill('Earlier, please.');
  await press(page, 'Move the booking');
  await expect(page.getByText('This has passed. Give a time that lies ahead.').first()).toBeVisible();
  await expect(page.locator('[name=reason]')).toHaveValue('Earlier, please.');
  await expect(page.locator('[name=startsAtDay]')).toHaveValue('2026-01-05');
  await page
    .getByRole('radio', { name: /^\w{3} \d\d-/ })
    .nth(1)
    .check();
  await press(page, 'Move the booking');
  await expect(page.getByText('The booking is moved.')).toBeVisible();

  await page.getByRole('link', { name: 'Postpone', exact: true }).click();
  await press(page, 'Postpone');
  await expect(page.getByText('Say why.').first()).toBeVisible();
  await page.getByLabel('Reason').first().fill('A cold.');
  await press(page, 'Postpone');
  await expect(page.getByText('Postponed: the case is on the waiting list.')).toBeVisible();
  await press(page, 'Book');
  await expect(page.getByText('Choose one of the times, or another time.').first()).toBeVisible();
  await page
    .getByRole('radio', { name: /^\w{3} \d\d-/ })
    .first()
    .check();
  await press(page, 'Book');
  await expect(page.getByText('The theatre is booked.')).toBeVisible();
  await page.getByRole('link', { name: 'Cancel the booking' }).click();
  await page.getByLabel('Reason').first().fill('The family goes elsewhere.');
  await press(page, 'Cancel the booking');
  await expect(page.getByText('The booking is cancelled.')).toBeVisible();
});

test('without a script blocks, days away and checks are changed; a check in other words keeps its record', async ({
  page,
}) => {
  await page.goto('/admin/theatres');
  const block = page.getByRole('form', { name: 'Add a block' });
  await page.getByRole('link', { name: 'Add a block' }).click();
  await block.locator('[name=surgeonId]').selectOption({ index: 1 });
  await block.locator('[name=roomId]').selectOption({ index: 1 });
  await block.locator('[name=weekday]').selectOption('6');
  await block.locator('[name=until]').fill('');
  await press(page, 'Add the block');
  await expect(page.getByText('Give a time, such as 07:30.').first()).toBeVisible();
  await expect(block.locator('[name=weekday]')).toHaveValue('6');
  await block.locator('[name=until]').fill('12:00');
  await press(page, 'Add the block');
  await expect(page.getByRole('rowheader', { name: /^Saturday, 07:30–12:00/ })).toBeVisible();
  await page.getByRole('button', { name: /^Remove: Saturday/ }).click();
  await expect(page.getByRole('rowheader', { name: /^Saturday/ })).toHaveCount(0);

  const away = page.getByRole('form', { name: 'Add days away' });
  await away.locator('[name=whoId]').selectOption({ index: 1 });
  await away.locator('[name=firstDay]').fill('2027-02-01');
  await away.locator('[name=lastDay]').fill('2027-02-05');
  await press(page, 'Add days away');
  await expect(page.getByText('01-Feb-2027 to 05-Feb-2027')).toBeVisible();

  await page.getByLabel('Check 5').fill('Airway and neck assessed');
  await press(page, 'Save the settings');
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.goto(`${await addressOfCase(page, READY)}/removal`);
  await page.getByRole('link', { name: 'Record: Airway and neck assessed' }).click();
  await page.getByRole('radio', { name: 'Not in order' }).check({ force: true });
  await press(page, 'Save the check');
  await expect(page.getByText('Say what stands against it.').first()).toBeVisible();
  await page.getByRole('radio', { name: 'In order', exact: true }).check({ force: true });
  await press(page, 'Save the check');
  await expect(page.getByRole('row', { name: /^Airway and neck assessed In order/ })).toBeVisible();
});

test.describe('a nurse', () => {
  test.use({ who: 'nurse' });

  test('records a removal without a script: its complication keeps the case open, its visit stands in the timeline', async ({
    page,
  }) => {
    const path = await addressOfCase(page, CONSOLIDATING);
    await page.goto(`${path}/devices`);
    await page.getByRole('link', { name: 'Record the removal' }).click();
    const form = page.getByRole('form', { name: 'Record the removal' });
    await form.locator('[name=startedAtDay]').fill('2026-03-04');
    await form.locator('[name=startedAtTime]').fill('07:40');
    await form.locator('[name=endedAtDay]').fill('2026-03-04');
    await form.locator('[name=endedAtTime]').fill('08:55');
    await form.locator('[name=findings]').fill('Bone firm.');
    await form.locator('[name=complicationKind1]').selectOption({ label: 'Device failure' });
    await form.locator('[name=visitDay1]').fill('2026-06-03');
    await press(page, 'Record the removal');
    await expect(page.getByText('Choose what failed.').first()).toBeVisible();
    await expect(page.getByText('Say what for.').first()).toBeVisible();
    await form.locator('[name=complicationFailure1]').selectOption({ label: 'Loosened footplate' });
    await form.locator('[name=complicationDevice1]').selectOption({ index: 1 });
    await form.locator('[name=visitPurpose1]').fill('Wound, head circumference');
    await press(page, 'Record the removal');
    await expect(page.getByText('The removal is recorded. The case stays open.')).toBeVisible();
    await expect(page.getByText(/The case stays open. Not resolved: device failure/)).toBeVisible();

    await page.getByRole('link', { name: /^Device failure: loosened footplate, .*; open/ }).click();
    await page.getByRole('link', { name: /^Record what became of it ?: Device failure/ }).click();
    await page.getByRole('radio', { name: 'Resolved' }).check({ force: true });
    await press(page, 'Save');
    await page.goto(`${path}/removal`);
    await expect(page.getByText('Nothing keeps the case open any more')).toBeVisible();
    await page.goto(`${path}/devices`);
    await page.getByRole('link', { name: /^Correct: Removal/ }).click();
    await press(page, 'Save the correction');
    await expect(page.getByText('The removal is recorded, and the case is completed')).toBeVisible();
    await expect(page.getByText(/Closed 04-Mar-2026/).first()).toBeVisible();
    await page.goto(`${path}/timeline?kind=follow-up`);
    await expect(page.getByText('Visit planned: Wound, head circumference')).toBeVisible();
  });

  test('adds the report of a removal that has none, which starts from what is known', async ({ page }) => {
    await page.goto(`${await addressOfCase(page, UNREPORTED)}/devices`);
    await page.getByRole('link', { name: 'Add the report' }).click();
    const form = page.getByRole('form', { name: 'Add the report' });
    await expect(form.locator('[name=findings]')).toHaveValue(/^Removal of/);
    await expect(form.locator('[name=removedDeviceIds]').first()).toBeChecked();
    await press(page, 'Add the report');
    await expect(page.getByText('Give the time; about is enough.').first()).toBeVisible();
    const ended = await form.locator('[name=endedAtTime]').inputValue();
    await form.locator('[name=startedAtTime]').fill('00:10');
    await press(page, 'Add the report');
    await expect(page.getByText('The report is saved.')).toBeVisible();
    await expect(page.locator('#report')).toContainText(`00:10\u2013${ended}`);
    await expect(page.getByRole('link', { name: 'Add the report' })).toHaveCount(0);
  });
});
