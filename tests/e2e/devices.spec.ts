import { expect, test } from './fixtures.ts';
import { addressOfCase } from './open-case.ts';

test.use({ who: 'nurse' });

test('a new base is marked on the curve, and it and an arm that was taken off can be withdrawn', async ({
  page,
}) => {
  const address = await addressOfCase(page, 'NM-480130');
  const legend = page.getByRole('list', { name: 'Legend' }).first();
  const left = page.locator('#devices li').first();
  const withdraw = async (what: RegExp) => {
    await left.getByRole('link', { name: what }).click();
    await page.locator('[name=reason]').fill('the other side');
    await page.getByRole('button', { name: 'Withdraw it' }).click();
    await expect(left.getByRole('link', { name: what })).toHaveCount(0);
  };
  await page.goto(`${address}/devices`);
  await left.getByRole('link', { name: /^Measured gap as base/ }).click();
  await page.locator('[name=reason]').fill('read on two films');
  await page.getByRole('button', { name: 'Make it the base' }).click();
  await expect(left).toContainText(/Base.* from the turns: read on two films/);
  await page.goto(address);
  await expect(legend).toContainText('Measured gap made the base');
  await page.goto(`${address}/devices`);
  await withdraw(/^Withdraw: .*, base/);
  await expect(left.getByRole('link', { name: /^Measured gap as base/ })).toBeVisible();
  await page.goto(address);
  await expect(legend).not.toContainText('Measured gap made the base');

  await page.goto(`${address}/devices`);
  await left.getByRole('link', { name: /^Arm taken off/ }).click();
  await page.getByRole('button', { name: 'Record it' }).click();
  await expect(left).toContainText('Arm off');
  await withdraw(/^Withdraw: .*, arm off/);
  await expect(left.getByRole('link', { name: /^Arm taken off/ })).toBeVisible();
});
