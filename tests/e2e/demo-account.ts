import type { Page } from '@playwright/test';
import type { Role } from '#lib/domain/access/actor.ts';
import { demoAccounts } from '#seed/demo-accounts.ts';

/** Somebody of the demonstration clinic: a role there, or `role@other` for the same role in the second clinic. */
export type Who = Role | `${Role}@other`;

/** The demonstration account of somebody. */
export function accountOf(who: Who) {
  const [role, other] = who.split('@');
  const home = demoAccounts[0]?.clinic;
  const account = demoAccounts.find(
    (one) => one.role === role && (one.clinic !== home) === (other !== undefined),
  );
  if (!account) throw new Error(`The demonstration clinic has no account for ${who}.`);
  return account;
}

/** Signs in by hand, for tests of signing in and out: those end the session. Others take `test.use({ who })`. */
export async function signIn(page: Page, who: Who): Promise<void> {
  const { email, password } = accountOf(who);
  await page.goto('/sign-in');
  await page.locator('[name=email]').fill(email);
  await page.locator('[name=password]').fill(password);
  await page.locator('[name=password]').press('Enter');
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}
