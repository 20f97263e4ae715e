import { beforeAll, expect, test, vi } from 'vitest';
import { findClinicSettings } from '#lib/data/clinic-settings.ts';
import { pool } from '#lib/data/pool.ts';
import { addTally, type Tally } from '#lib/domain/tuning/tally.ts';
import type { Tuning } from '#lib/domain/tuning/tuned-facts.ts';
import { countTuningPage, countTuningPart } from '#lib/loaders/count-tuning.ts';
import { DAY_MS, recordCase, recordDays } from '#tests/factories/recorded-case.ts';
import { type Staff, staffClinic } from '#tests/factories/staffed-clinic.ts';

vi.hoisted(() => vi.stubEnv('TURNWISE_SECRET', 'a secret for tests, of 32 characters or more'));

const now = Date.UTC(2026, 2, 10, 12);
const CASES = 4;
let staff: Staff;
let other: Tuning;

beforeAll(async () => {
  staff = await staffClinic('north', now - 100 * DAY_MS);
  for (let index = 0; index < CASES; index++) {
    const written = await recordCase(staff, now, { activationDays: 6 });
    await recordDays(staff, written, [written.firstDay, written.firstDay + index], now);
  }
  const settings = await findClinicSettings(pool(), staff.clinicId);
  if (!settings) throw new Error('no settings');
  const { defaults } = settings;
  other = { ...defaults, tolerances: { ...defaults.tolerances, silenceMin: 240 } };
});

const at = (personId = staff.administrator.personId) => ({
  clinic: { id: staff.clinicId },
  person: { id: personId },
  now,
});
const page = (soFar: string | null, change: { query?: string; personId?: string } = {}) =>
  countTuningPage(
    at(change.personId),
    { query: change.query ?? 'silenceMin=240', other, soFar },
    { pageMs: 0, partMs: 0 },
  );

/** As a page with scripts counts: part by part, added up in the browser. */
async function countedByScript(): Promise<Tally> {
  let tally: Tally = {};
  let after: string | null = null;
  do {
    const part: Awaited<ReturnType<typeof countTuningPart>> = await countTuningPart(
      at(),
      { after, other },
      0,
    );
    tally = addTally(tally, part.tally);
    after = part.next;
  } while (after !== null);
  return tally;
}

test('pages without scripts go on where the one before stopped, and end at what scripts count', async () => {
  let soFar: string | null = null;
  let found = await page(null);
  for (let pages = 1; pages < CASES; pages++) {
    expect(found).toMatchObject({ counted: pages, total: CASES, isOver: false });
    expect(found.soFar).not.toBe(soFar);
    soFar = found.soFar;
    found = await page(soFar);
    // The back button, or the same page once more.
    expect(await page(soFar)).toMatchObject({ counted: pages + 1, tally: found.tally });
  }
  expect(found).toMatchObject({ counted: CASES, total: CASES, isOver: true, soFar: null });
  const whole = await countedByScript();
  expect(found.tally).toEqual(whole);
  expect(whole.silence?.raised).toBeGreaterThan(0);
  expect(await countTuningPage(at(), { query: '', other, soFar: null })).toMatchObject({
    tally: whole,
    isOver: true,
  });
});

test('what was counted is added to nothing else: not by another person, for other defaults, or once changed', async () => {
  const { soFar } = await page(null);
  expect(await page(soFar)).toMatchObject({ counted: 2 });
  const others = [
    page(soFar, { personId: staff.nurse.personId }),
    page(soFar, { query: 'silenceMin=480' }),
    page(`${soFar?.slice(0, -4)}AAAA`),
    page('nothing that was sealed'),
  ];
  for (const begun of await Promise.all(others)) expect(begun).toMatchObject({ counted: 1 });
});
