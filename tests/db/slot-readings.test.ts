import { beforeAll, expect, test } from 'vitest';
import { loadSlotReadings } from '#lib/loaders/load-slot-readings.ts';
import { publishProtocolVersion } from '#lib/operations/publish-protocol-version.ts';
import { type HoverData, readHover } from '#lib/view/chart/chart-hover.ts';
import type { CaseQuery } from '#lib/view/chart-options.ts';
import {
  accepted,
  DAY_MS,
  newVersion,
  type RecordedCase,
  recordCase,
  recordDays,
} from '#tests/factories/recorded-case.ts';
import { type Staff, staffClinic } from '#tests/factories/staffed-clinic.ts';

const now = Date.UTC(2029, 2, 10, 22);
const activationDays = 3 * 365;
let staff: Staff;
let one: RecordedCase;

beforeAll(async () => {
  staff = await staffClinic('north', now - (activationDays + 30) * DAY_MS);
  one = await recordCase(staff, now, { activationDays });
  const days = Array.from({ length: 10 }, (_, index) => one.firstDay + index);
  await recordDays(staff, one, days, now);
  const input = newVersion([], one.firstDay + 10, {
    seenVersion: 1,
    kind: 'hold',
    devices: one.deviceIds.map((deviceId) => ({ deviceId, perSession: [0, 0], targetUm: 20_000 })),
    reasonCode: 'other',
    reason: 'for three years',
  });
  const then = (one.firstDay + 9) * DAY_MS;
  accepted(await publishProtocolVersion({ actor: staff.surgeon, caseId: one.caseId, input, now: then }));
});

async function read(query: CaseQuery): Promise<HoverData> {
  const text = await loadSlotReadings({ clinic: { id: staff.clinicId }, caseId: one.caseId, now }, query);
  return readHover(text ?? '');
}

test('a case that is open for three years is read out half a year at a time', async () => {
  const latest = await read({});
  expect(latest.slots).toHaveLength(182 * 2);
  expect(latest.slots.at(-1)?.when).toMatch(/^Sat 10-Mar-2029 /);
  const earlier = await read({ span: '2028-09-09' });
  expect(earlier.slots).toHaveLength(182 * 2);
  expect(earlier.slots.at(-1)?.when).toMatch(/^Sat 09-Sep-2028 /);
});

test('its first turns are on its first page, for one device alone too', async () => {
  const span = new Date(one.firstDay * DAY_MS).toISOString().slice(0, 10);
  const first = await read({ span });
  // What is left of three years by half years, counted back from the last day.
  expect(first.slots).toHaveLength(4 * 2);
  for (const { cells } of first.slots) {
    expect(cells.map(({ status }) => status)).toEqual(one.deviceIds.map(() => 'done, 1 of 1'));
  }
  const alone = await read({ span, device: one.deviceIds[1] });
  expect(alone.labels).toEqual([first.labels[1]]);
  expect(alone.slots).toHaveLength(first.slots.length);
});

test('a day that does not exist, or is long past or to come, leads to a page all the same', async () => {
  for (const span of ['2029-02-30', '2099-01-01', 'yesterday']) {
    expect((await read({ span })).slots.at(-1)?.when).toMatch(/^Sat 10-Mar-2029 /);
  }
  expect((await read({ span: '1900-01-01' })).slots[0]?.when).toContain('slot 1 · day 1');
});

test('of a case of another clinic nothing is read', async () => {
  const other = await staffClinic('south', now - DAY_MS);
  expect(await loadSlotReadings({ clinic: { id: other.clinicId }, caseId: one.caseId, now }, {})).toBeNull();
});
