import { expect, test } from './fixtures.ts';
import { addressOfCase } from './open-case.ts';

test.use({ who: 'nurse' });

/** Nothing else is tested on this case: a version is added to it at each size. */
const TO_RACE_FOR = 'NM-480118';

test('the protocol: a change of four devices, with its preview', async ({ page, look }) => {
  await page.goto(`${await addressOfCase(page, 'NM-480105')}/protocol?write=change`);
  await page.getByLabel('Session 1, Left zygoma, actuations').fill('2');
  await expect(page.getByRole('list', { name: 'The difference in words' })).toBeVisible();
  await look(page, 'protocol-change');
});

test('the protocol: a hold of one side before a step that is signed for later', async ({ page, look }) => {
  await page.goto(`${await addressOfCase(page, 'NM-480139')}/protocol?write=hold`);
  await page.getByRole('link', { name: 'Left', exact: true }).click();
  await expect(page.getByText(/v4, to begin .* goes on from then as v6, with v5 in it\.$/)).toBeVisible();
  await look(page, 'protocol-hold');
});

test('the protocol: a decision to remove the hardware early, with its preview', async ({ page, look }) => {
  await page.goto(`${await addressOfCase(page, 'NM-480204')}/protocol?course=new`);
  await page.getByRole('radio', { name: 'Early removal decided' }).check();
  await expect(page.getByText('Removal possible from')).toBeVisible();
  await look(page, 'protocol-early-removal');
});

test('the protocol: two editors, of whom the second is told what the first wrote', async ({
  page,
  openAs,
  look,
}) => {
  const address = `${await addressOfCase(page, TO_RACE_FOR)}/protocol?write=change`;
  await page.goto(address);
  const surgeon = await openAs('surgeon');
  await surgeon.goto(address);
  // What is being typed is left alone when somebody else publishes meanwhile.
  for (const [who, days] of [
    [page, '70'],
    [surgeon, '60'],
  ] as const) {
    await who.locator('[name=consolidationValue]').fill(days);
    await who.locator('[name=reasonCode]').selectOption('slow-bone');
    await who.locator('[name=reason]').fill('The regenerate is thin');
  }
  const publish = { name: /^Publish version/ };
  await surgeon.getByRole('button', publish).click();
  await expect(surgeon.getByText(/Version \d+ is published\./)).toBeVisible();
  await page.getByRole('button', publish).click();
  await expect(page.getByText(/Somebody else saved this first/)).toBeVisible();
  await expect(page.locator('[name=consolidationValue]')).toHaveValue('70');
  await look(page, 'protocol-conflict');
});

test('the turning sheet in Spanish, on Letter', async ({ page, look }) => {
  const address = await addressOfCase(page, 'NM-480104');
  await page.goto(`${address}/protocol/sheet?language=es&paper=letter`, { waitUntil: 'networkidle' });
  await look(page, 'turning-sheet');
});

test.describe('for a surgeon', () => {
  test.use({ who: 'surgeon' });

  test('the protocol: a version to co-sign', async ({ page, look }) => {
    const address = await addressOfCase(page, 'NM-480138');
    await page.goto(`${address}/protocol`, { waitUntil: 'networkidle' });
    await look(page, 'protocol-to-co-sign');
  });
});

test.describe('for an administrator', () => {
  test.use({ who: 'administrator' });

  test('the defaults and bands of the clinic', async ({ page, look }) => {
    await page.goto('/admin/defaults', { waitUntil: 'networkidle' });
    await look(page, 'clinic-defaults');
  });
});
