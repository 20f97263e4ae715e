import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { addressOfCase } from './open-case.ts';

test.use({ who: 'nurse' });

/** Told to whoever else has the list open. */
const NEWS = /Maeve Corrigan: .*contact with the family recorded/;

/** A fever was told of with its turns. */
const FEVER = 'NM-480134';

test('a call is said to be recorded and leads to the next line; nothing that is typed in the others is lost', async ({
  page,
  openAs,
  axe,
}) => {
  const other = await openAs('surgeon');
  const linesOn = (on: Page) =>
    on
      .getByRole('list', { name: 'Families to phone, worst first' })
      .getByRole('listitem')
      .filter({ hasText: 'MRN NM-' });
  for (const each of [page, other]) {
    await each.goto('/calls');
    await expect(linesOn(each).nth(2)).toBeVisible();
  }
  const mrnOf = async (at: number) =>
    /NM-\d+/.exec((await linesOn(page).nth(at).textContent()) ?? '')?.[0] ?? '';
  const [called, next, typedIn] = [await mrnOf(0), await mrnOf(1), await mrnOf(2)];
  const lineOn = (on: Page, mrn: string) => linesOn(on).filter({ hasText: mrn });
  const typed = lineOn(page, typedIn).getByLabel('What was said');
  await typed.fill('the grandmother asks');
  const note = `Nobody there ${crypto.randomUUID()}`;
  await lineOn(page, called).getByLabel('What was said').fill(note);
  await lineOn(page, called)
    .getByRole('button', { name: /^No answer/ })
    .click();
  const said = page.getByRole('status').filter({ hasText: 'call recorded, no answer.' });
  await expect(said.getByRole('link', { name: 'See or correct it' })).toBeVisible();
  await expect(lineOn(page, next).getByRole('link').first()).toBeFocused();
  await expect(lineOn(page, called)).toContainText(note);
  await expect(lineOn(page, called).getByLabel('What was said')).toHaveValue('');
  await expect(typed).toHaveValue('the grandmother asks');
  await axe(page);
  await expect(lineOn(other, called)).toContainText(note);
  await expect(other.getByRole('status').filter({ hasText: NEWS })).toBeVisible();
  const theirs = `Rang again ${crypto.randomUUID()}`;
  await lineOn(other, typedIn).getByLabel('What was said').fill(theirs);
  await lineOn(other, typedIn)
    .getByRole('button', { name: /^No answer/ })
    .click();
  await expect(lineOn(page, typedIn)).toContainText(theirs);
  await expect(typed).toHaveValue('the grandmother asks');
});

test('a family that does not answer stays on the list of calls, and one that is told to hold is written a hold', async ({
  page,
  axe,
}) => {
  await page.goto('/calls');
  const lines = page.getByRole('list', { name: 'Families to phone, worst first' }).getByRole('listitem');
  await expect(lines.first()).toBeVisible();
  await axe(page);
  // Other tests open cases of their own meanwhile: those of the demonstration stay.
  const ofDemonstration = lines.filter({ hasText: 'MRN NM-' });
  const mrnOf = async (line: Locator) => /NM-\d+/.exec((await line.textContent()) ?? '')?.[0] ?? '';
  const last = lines.filter({ hasText: await mrnOf(ofDemonstration.last()) });
  const name = (await last.getByRole('link').first().textContent()) ?? '';
  const note = `Message left ${crypto.randomUUID()}`;
  await last.getByLabel('What was said').fill(note);
  // Enter says nothing of what came of the call.
  await last.getByLabel('What was said').press('Enter');
  await expect(last.getByRole('alert')).toContainText('Press the button that says what came of it');
  await axe(page);
  await last.getByRole('button', { name: /^No answer/ }).click();
  const same = lines.filter({ hasText: name });
  await expect(same).toContainText(note);
  await same.getByRole('link').first().focus();
  await page.keyboard.press('3');
  await expect(page.getByRole('status').filter({ hasText: 'The call is recorded.' })).toBeVisible();
  await axe(page);
  await page.getByRole('link', { name: 'Back to the calls' }).click();
  await expect(lines.first()).toBeVisible();
  await expect(same).toHaveCount(0);
  await expect(page.getByRole('region', { name: /^Reached today/ })).toContainText(name);
  await axe(page);
  const withHold = ofDemonstration.filter({ has: page.locator('summary') });
  const turning = lines.filter({ hasText: await mrnOf(withHold.last()) });
  const held = (await turning.getByRole('link').first().textContent()) ?? '';
  const address = (await turning.getByRole('link').first().getAttribute('href')) ?? '';
  await turning.getByRole('link').first().focus();
  await page.keyboard.press('5');
  const save = turning.getByRole('button', { name: 'Save the call and the hold' });
  await save.click();
  await expect(turning.getByText('choose the reason', { exact: false }).first()).toBeVisible();
  await turning
    .getByLabel('Reason', { exact: false })
    .first()
    .selectOption({ label: 'Skin breakdown or exposed hardware' });
  const why = `Skin is thin ${crypto.randomUUID()}`;
  await turning.getByLabel('What was said').fill(why);
  await axe(page);
  await turning.getByLabel('Reason in words').press('Enter');
  await expect(lines.filter({ hasText: held })).toHaveCount(0);
  await page.goto(`${address}/protocol`);
  await expect(page.getByText(why).first()).toBeVisible();
  await page.goto(`${address}/contacts`);
  await expect(page.locator('#contacts li').filter({ hasText: why })).toContainText('Call, told to hold');
});

test('a warning sign of a contact is flagged at once, and a contact that finds it no more settles it', async ({
  page,
  axe,
}) => {
  const address = await addressOfCase(page, FEVER);
  const form = page.getByRole('form', { name: 'New contact' });
  const flag = (sign: string) => page.locator('#flags li > p').filter({ hasText: `Warning sign: ${sign}` });
  const saveContact = async (signs: readonly string[], note: string) => {
    await page.goto(`${address}/contacts`);
    for (const sign of signs) await form.getByRole('checkbox', { name: sign }).check();
    await form.getByLabel('What was said').fill(note);
    await form.getByRole('button', { name: 'Save the contact' }).click();
    await expect(page.getByText(note)).toBeVisible();
  };
  const first = `Swab taken ${crypto.randomUUID()}`;
  const second = `Dry again ${crypto.randomUUID()}`;
  await page.goto(`${address}/contacts`);
  const hold = form.getByRole('group', { name: /^Hold/ });
  await expect(hold).toBeHidden();
  await form.getByLabel('What came of it').selectOption('Told to hold');
  await expect(hold).toBeVisible();
  await saveContact(['Pus', 'Fever'], first);
  await axe(page);
  await page.goto(address);
  await expect(flag('pus')).toBeVisible();
  await saveContact(['Fever'], second);
  await page.goto(address);
  await expect(flag('fever')).toBeVisible();
  await expect(flag('pus')).toHaveCount(0);
  await page.goto(`${address}/contacts`);
  const wrong = page.locator('#contacts li').filter({ hasText: second });
  await wrong.getByRole('link', { name: /^Correct/ }).click();
  const correction = page.getByRole('form', { name: 'Correct this contact' });
  await correction.getByText('Visit', { exact: true }).click();
  await correction.getByLabel('What was said').fill(`${second}, seen in clinic`);
  await axe(page);
  await correction.getByRole('button', { name: 'Save the correction' }).click();
  const right = page.locator('#contacts li').filter({ hasText: `${second}, seen in clinic` });
  await expect(right).toContainText('Visit, reached');
  await expect(right).toContainText('Before: Call, reached');
  // As it was before: other tests look at this case too.
  for (const note of [second, first]) {
    await page.goto(`${address}/contacts`);
    const entry = page.locator('#contacts li').filter({ hasText: note });
    await entry.getByRole('link', { name: /^Withdraw/ }).click();
    await entry.getByRole('button', { name: 'It never was: withdraw it' }).click();
    await expect(entry).toHaveCount(0);
  }
  await expect(page.getByRole('region', { name: /^Withdrawn/ })).toContainText(first);
});
