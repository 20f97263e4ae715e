import { test } from './fixtures.ts';
import { addressOfCase } from './open-case.ts';

test.use({ who: 'scheduler' });

const ADDRESSES = {
  removals: '/removals',
  'theatre-plan': '/admin/theatres?room=new',
  calendars: '/removals/calendars',
};

for (const [name, address] of Object.entries(ADDRESSES)) {
  test(`removals: ${name}`, async ({ page, look }) => {
    await page.goto(address, { waitUntil: 'networkidle' });
    await look(page, name);
  });
}

test('removals: the tab of a case whose booking no longer fits', async ({ page, look }) => {
  await page.goto(`${await addressOfCase(page, 'NM-480116')}/removal`, { waitUntil: 'networkidle' });
  await look(page, 'removal-drifted');
});

test('removals: the week of a booking', async ({ page, look }) => {
  await page.goto('/removals?show=booked', { waitUntil: 'networkidle' });
  const booked = await page
    .getByRole('cell', { name: /^Booked: / })
    .first()
    .textContent();
  const [, date, month, year] = /(\d\d)-(\w{3})-(\d{4})/.exec(booked ?? '') ?? [];
  const iso = new Date(`${date} ${month} ${year} 12:00Z`).toISOString().slice(0, 10);
  await page.goto(`/removals/week?day=${iso}&view=week`, { waitUntil: 'networkidle' });
  await look(page, 'theatre-week');
});
