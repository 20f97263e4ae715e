import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { addressOfCase } from './open-case.ts';

/** Turning, a millimetre a day and nearly at the target; no theatre is booked. */
const TURNING = 'NM-480203';

/** The first time that is offered, as the form names it. */
async function firstOffered(page: Page): Promise<string> {
  const first = page.getByRole('radio', { name: /Theatre/ }).first();
  await expect(first).not.toBeChecked();
  await first.check();
  const label = await first.locator('xpath=ancestor::label').textContent();
  return (label ?? '').split(', ').slice(0, 2).join(', ');
}

test.describe('a removal', () => {
  test.use({ who: 'scheduler' });

  test('is booked, drifts when a nurse lets activation go on, and moves to the first time offered', async ({
    page,
    openAs,
    axe,
  }) => {
    const path = `${await addressOfCase(page, TURNING)}/removal`;
    await page.goto(path);
    const booked = await firstOffered(page);
    await page.getByRole('button', { name: 'Book', exact: true }).click();
    await expect(page.getByText('The theatre is booked.')).toBeVisible();
    await expect(page.locator('#booking')).toContainText(booked);

    const nurse = await openAs('nurse');
    await nurse.goto(`${path.replace('/removal', '/protocol')}?write=change`);
    for (const target of await nurse.locator('[name^="target."]').all()) await target.fill('25');
    await nurse.locator('[name=reasonCode]').selectOption({ index: 2 });
    await nurse.locator('[name=reason]').fill('Six millimetres more.');
    await nurse.getByRole('button', { name: 'Publish version 2' }).click();
    await expect(nurse.getByText('Version 2 is published.')).toBeVisible();

    await page.goto('/removals?show=drifted');
    await expect(page.getByRole('row', { name: /^KWAN/ })).toContainText(
      'since protocol version 2 of 04-Mar-2026',
    );
    await page.getByRole('link', { name: /^KWAN/ }).click();
    await expect(page.getByText(/Removal is booked too early: /).first()).toBeVisible();
    await axe(page);
    const next = await firstOffered(page);
    expect(next).not.toBe(booked);
    await page.getByRole('button', { name: 'Move the booking' }).click();
    await expect(page.getByText('The booking is moved.')).toBeVisible();
    await expect(page.locator('#booking')).toContainText(next);
    await expect(page.getByText(/Removal is booked too early/)).toHaveCount(0);

    // The surgeon of the case hears of it on the worklist until it is moved.
    const surgeon = await openAs('surgeon');
    await surgeon.goto('/?rule=booking-drifted');
    await expect(surgeon.getByText(/booked too early/).first()).toBeVisible();
    await expect(surgeon.getByText('KWAN, Sze-Wing')).toHaveCount(0);
  });
});
