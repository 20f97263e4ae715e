import { beforeAll, expect, test } from 'vitest';
import { newId } from '#lib/data/new-id.ts';
import type { AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import { recordMeasurement } from '#lib/operations/record-measurement.ts';
import { recordTurnReports } from '#lib/operations/record-turn-reports.ts';
import type { MeasurementInput } from '#lib/schemas/measurement.ts';
import type { TurnReportInput } from '#lib/schemas/turn-reports.ts';
import { DAY_MS, newReport, type RecordedCase, recordCase } from '#tests/factories/recorded-case.ts';
import { type Staff, staffClinic } from '#tests/factories/staffed-clinic.ts';

const now = Date.UTC(2026, 2, 10, 12);
let staff: Staff;
let one: RecordedCase;
let device: string;

beforeAll(async () => {
  staff = await staffClinic('second', now - 100 * DAY_MS);
  one = await recordCase(staff, now);
  device = one.deviceIds[0] ?? '';
});

const record = (reports: TurnReportInput[], secondInSlot?: 'ask' | 'keep') =>
  recordTurnReports({
    actor: staff.nurse,
    caseId: one.caseId as AuthorizedCaseId,
    input: { reports, ...(secondInSlot ? { secondInSlot } : {}) },
    now,
  });

test('a form that asks is told of the report that came first, and by whom', async () => {
  const first = newReport(device, one.firstDay, { slot: 2, turnedBy: 'Mother' });
  const second = newReport(device, one.firstDay, { slot: 2, turnedBy: 'Father' });
  expect(await record([first], 'ask')).toMatchObject({ ok: true });
  expect(await record([second], 'ask')).toEqual({
    ok: false,
    reason: {
      kind: 'reports-refused',
      problems: [{ index: 0, id: second.id, kind: 'slot-reported', field: 'slot', by: 'Mother' }],
    },
  });
  expect(await record([first], 'ask')).toEqual({ ok: true, value: { recorded: [], repeated: [first.id] } });
});

test('what says that it is extra or a correction is kept, and so is all of a source that does not ask', async () => {
  const day = one.firstDay + 1;
  const first = newReport(device, day, { slot: 2 });
  const extra = newReport(device, day, { slot: 2, outcome: 'extra' });
  const correction = newReport(device, day, {
    slot: 2,
    correctsId: first.id,
    correctionReason: 'Misheard',
  });
  const family = newReport(device, day, { slot: 2 });
  for (const report of [first, extra, correction]) {
    expect(await record([report], 'ask')).toMatchObject({ ok: true, value: { recorded: [report.id] } });
  }
  expect(await record([family])).toMatchObject({ ok: true, value: { recorded: [family.id] } });
});

test('a device is not measured before the day on which it was placed', async () => {
  const input: MeasurementInput = {
    id: newId(),
    kind: 'device-gap',
    deviceId: device,
    takenAt: now - 99 * DAY_MS,
    valueUm: 3000,
    uncertaintyUm: null,
    method: 'xray',
    note: null,
    correctsId: null,
    correctionReason: null,
    retracted: false,
  };
  const request = { actor: staff.nurse, caseId: one.caseId as AuthorizedCaseId, now };
  expect(await recordMeasurement({ ...request, input })).toEqual({
    ok: false,
    reason: { kind: 'before-placement', field: 'takenAt' },
  });
  const taken = { ...input, id: newId(), takenAt: now };
  expect(await recordMeasurement({ ...request, input: taken })).toMatchObject({ ok: true });
});
