import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { addressOfCase } from './open-case.ts';

/** In consolidation, with a theatre booked. */
const BOOKED = 'NM-480204';

/** The first time that is offered, as the form names it. */
async function firstOffered(page: Page): Promise<string> {
  const first = page.getByRole('radio', { name: /Theatre/ }).first();
  await expect(first).toBeChecked();
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
    const path = `${await addressOfCase(page, BOOKED)}/removal`;
    await page.goto(`${path}?form=cancel`);
    await page.getByLabel('Reason').fill('Booked for the wrong child.');
    await page.getByRole('button', { name: 'Cancel the booking' }).click();
    await expect(page.getByText('The booking is cancelled.')).toBeVisible();
    const booked = await firstOffered(page);
    await page.getByRole('button', { name: 'Book', exact: true }).click();
    await expect(page.getByText('The theatre is booked.')).toBeVisible();
    await expect(page.locator('#booking')).toContainText(booked);

    const nurse = await openAs('nurse');
    await nurse.goto(`${path.replace('/removal', '/protocol')}?course=new#course`);
    await nurse.getByRole('radio', { name: 'Consolidation started' }).check();
    await nurse.locator('#course [name=reasonCode]').selectOption({ index: 2 });
    await nurse.locator('#course [name=reason]').fill('Turning went on.');
    await nurse.getByRole('button', { name: 'Record the decision' }).click();
    await expect(nurse.getByText('Turning went on.').first()).toBeVisible();

    await page.goto('/removals?show=drifted');
    await expect(page.getByText('since “Consolidation started”').first()).toBeVisible();
    await page.getByRole('link', { name: /^DEWHURST/ }).click();
    await expect(page.getByText(/Removal is booked too early: /).first()).toBeVisible();
    await axe(page);
    const next = await firstOffered(page);
    expect(next).not.toBe(booked);
    await page.getByRole('button', { name: 'Move the booking' }).click();
    await expect(page.getByText('The booking is moved.')).toBeVisible();
    await expect(page.locator('#booking')).toContainText(next);
    await expect(page.getByText(/Removal is booked too early/)).toHaveCount(0);
  });
});
