import { generateSync } from 'otplib';
import { testClock } from '#tests/setup/test-clock.ts';
import { accountOf, signIn } from './demo-account.ts';
import { expect, test } from './fixtures.ts';

const WHO = 'scheduler@other';
const HALF_MINUTE_S = 30;

/** What the app shows so many half minutes after the clock of the test: each code is taken once. */
const codeAfter = (secret: string, steps: number) =>
  generateSync({ secret, epoch: testClock.getTime() / 1_000 + steps * HALF_MINUTE_S });

test('a second factor is set up, asked for after the password, and taken off', async ({ page, look }) => {
  const { email, password } = accountOf(WHO);
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, WHO);
  await page.goto('/account');
  const form = page.getByRole('form', { name: 'Second factor' });
  await form.getByLabel('Present password').fill(password);
  await form.getByRole('button', { name: 'Set up a second factor' }).click();
  const secret = ((await form.locator('code').textContent()) ?? '').replaceAll(/\s/g, '');
  await look(page, 'second-factor-set-up');
  await form.getByLabel('Code', { exact: true }).fill(codeAfter(secret, -1));
  await form.getByRole('button', { name: 'Confirm and turn on' }).click();
  await expect(form.getByText('10 recovery codes left')).toBeVisible();
  await look(page, 'second-factor-on');

  await page.context().clearCookies();
  await page.goto('/sign-in');
  await page.locator('[name=email]').fill(email);
  await page.locator('[name=password]').fill(password);
  await page.locator('[name=password]').press('Enter');
  await page.waitForURL('**/sign-in/code**');
  const enter = page.getByRole('form', { name: 'Enter the code' });
  await look(page, 'sign-in-code');
  await enter.getByLabel('Code', { exact: true }).fill('000000');
  await enter.getByLabel('Code', { exact: true }).press('Enter');
  await expect(enter.getByText('This code is not right')).toBeVisible();
  await expect(enter.getByLabel('Code', { exact: true })).toHaveValue('000000');
  await enter.getByLabel('Code', { exact: true }).fill(codeAfter(secret, 0));
  await enter.getByLabel('Code', { exact: true }).press('Enter');
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));

  await page.goto('/account');
  await form.getByLabel('Present password').fill(password);
  await form.getByLabel('Code', { exact: true }).fill(codeAfter(secret, 1));
  await form.getByRole('button', { name: 'Turn the second factor off' }).click();
  await expect(form.getByRole('button', { name: 'Set up a second factor' })).toBeVisible();
});
