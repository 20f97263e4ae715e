import { photographFile } from '#tests/factories/photograph-files.ts';
import { expect, test } from './fixtures.ts';
import { addressOfCase } from './open-case.ts';

/** Two devices that are turned by different amounts on purpose, and nothing wrong with either. */
const MRN = 'NM-480106';

test.use({ who: 'nurse' });

test('a nurse records exposed hardware with a photograph and holds one device; the surgeon finds it first', async ({
  page,
  openAs,
  axe,
}) => {
  const address = await addressOfCase(page, MRN);
  await page.goto(`${address}/complications`);
  await page.getByRole('link', { name: 'Record a complication' }).click();
  await page.getByRole('link', { name: 'Skin breakdown or exposed hardware' }).click();
  await page.locator('[name=deviceId]').selectOption({ label: 'Left' });
  await page.locator('[name=onsetDay]').fill('2026-02-24');
  await page.locator('[name=detectedBy]').selectOption('family');
  await page.getByRole('checkbox', { name: 'Metal showing' }).check();
  await page.locator('[name=severity]').selectOption('moderate');
  await page.getByRole('radio', { name: /^Hold/ }).check();
  await page
    .getByRole('group', { name: /^Of which devices/ })
    .getByRole('checkbox', { name: 'Left' })
    .check();
  const preview = page.locator('#turn-preview');
  await expect(preview.getByRole('img', { name: /^Expansion, With v2/ })).toBeVisible();
  await expect(preview.getByRole('list', { name: 'The difference in words' })).toContainText('Left: held');
  await expect(preview.getByRole('list', { name: 'The difference in words' })).not.toContainText('Right');
  await page.locator('[name=courseReason]').fill('Metal shows at the left arm');
  await axe(page);
  await page.getByRole('button', { name: 'Record the complication' }).click();

  const exposed = page.getByRole('article', { name: 'Skin breakdown or exposed hardware, Left' });
  await expect(exposed).toContainText('decided: hold, version 2 of the protocol');
  await exposed.getByRole('link', { name: /^Add a photograph/ }).click();
  await expect(page.locator('[name=complicationId] option:checked')).toContainText('exposed hardware, Left');
  const buffer = await photographFile('jpeg', { widthPx: 320, heightPx: 240 });
  await page.locator('[name=file]').setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer });
  await page.getByRole('button', { name: 'Keep the photograph' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'The photograph is kept' })).toBeVisible();
  const picture = exposed.getByRole('img', { name: /^Photograph of 04-Mar-2026/ });
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  await axe(page);

  const surgeon = await openAs('surgeon');
  await surgeon.goto('/');
  const first = surgeon.getByRole('list', { name: 'Open cases, worst first' }).getByRole('listitem').first();
  await expect(first).toContainText(/Farnaby/i);
  await expect(first).toContainText('exposed hardware');
  await surgeon.goto(address);
  const chart = surgeon.getByRole('img', { name: /^Expansion/ }).first();
  await expect(chart.locator('rect[fill="url(#hold-hatch)"]')).toHaveCount(1);
  const legend = surgeon.getByRole('list', { name: 'Legend' }).first();
  await expect(legend).toContainText('Hold');
  await expect(legend).toContainText('Complication');
  await surgeon.goto(`${address}/removal`);
  const blocker = surgeon.getByRole('row', { name: /^Complications/ });
  await expect(blocker).toContainText('Open: skin breakdown or exposed hardware');
  await surgeon.goto(`${address}/timeline?kind=photograph`);
  await expect(surgeon.getByRole('link', { name: 'Photograph, Left' })).toHaveAttribute(
    'href',
    /photographs#/,
  );
  await expect(surgeon.getByText(/^Shows: skin breakdown/)).toBeVisible();
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('what slower turns by a typed amount would do is laid out by the server', async ({ page }) => {
    const address = await addressOfCase(page, 'NM-480101');
    await page.goto(`${address}/complications?write=pain`);
    await expect(page.getByText(/end of activation at plan/).first()).toBeVisible();
    await page.getByRole('radio', { name: /^Slow down/ }).check();
    await page.locator('[name=perSession]').fill('1/3');
    await page.getByRole('button', { name: 'Preview', exact: true }).click();
    await expect(page.locator('[name=perSession]')).toHaveValue('1/3');
    const preview = page.locator('#turn-preview');
    await expect(preview.getByRole('img', { name: /^Expansion, With v2/ })).toBeVisible();
    await expect(preview.getByRole('list', { name: 'The difference in words' })).toContainText('1/3');
    await expect(preview.getByText('End of activation, at plan')).toBeVisible();
  });
});
