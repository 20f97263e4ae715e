import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#lib/data/new-id.ts';
import { listOutcomeChoices } from '#lib/data/outcome-choices.ts';
import {
  countComplications,
  findOutcomeFigures,
  listOutcomeCases,
  type OutcomeScope,
} from '#lib/data/outcomes.ts';
import { pool } from '#lib/data/pool.ts';
import { closeCase } from '#lib/operations/close-case.ts';
import { rebuildOutcomes } from '#lib/operations/rebuild-outcomes.ts';
import { recordComplication } from '#lib/operations/record-complication.ts';
import { recordCourseEvent } from '#lib/operations/record-course-event.ts';
import { recordOperation } from '#lib/operations/record-operation.ts';
import {
  accepted,
  DAY_MS,
  newCase,
  newComplication,
  type RecordedCase,
  recordCase,
  recordDays,
} from '#tests/factories/recorded-case.ts';
import { type Staff, staffClinic } from '#tests/factories/staffed-clinic.ts';

const now = Date.UTC(2026, 2, 10, 12);
const today = Math.floor(now / DAY_MS);
let north: Staff;
let south: Staff;
let removed: RecordedCase;
let ended: RecordedCase;
let going: RecordedCase;

const everything = (staff: Staff): OutcomeScope => ({
  clinicId: staff.clinicId,
  today,
  fromDay: null,
  toDay: null,
  site: null,
  surgeonId: null,
  modelId: null,
  age: null,
  syndrome: null,
});

const fact = () => ({ id: newId(), correctsId: null, retracted: false });

async function endActivation(staff: Staff, { caseId }: RecordedCase): Promise<void> {
  const event = { kind: 'activation-ended' as const, day: null, at: now, reason: 'as planned' };
  const told = { reasonCode: 'target-reached' as const, toldAt: now, toldById: null };
  const input = { ...fact(), ...event, ...told };
  accepted(await recordCourseEvent({ actor: staff.surgeon, caseId, input, now }));
}

// Three cases of the first clinic: removed and closed, activation ended, and still turning; one of the second.
beforeAll(async () => {
  north = await staffClinic('north', now - 100 * DAY_MS);
  south = await staffClinic('south', now - 100 * DAY_MS);
  const apert = newCase(north);
  if (apert.patient.kind === 'new') apert.patient = { ...apert.patient, syndrome: 'Apert' };
  removed = await recordCase(north, now, { input: apert });
  await recordDays(north, removed, [removed.firstDay, removed.firstDay + 1], now);
  await endActivation(north, removed);
  const out = { ...fact(), kind: 'removal' as const, endedAt: now, note: null };
  const input = { ...out, removedDeviceIds: removed.deviceIds };
  accepted(await recordOperation({ actor: north.surgeon, caseId: removed.caseId, input, now }));
  const complication = newComplication({ deviceId: removed.deviceIds[0] ?? null, clavienDindo: 'II' }, now);
  accepted(
    await recordComplication({ actor: north.surgeon, caseId: removed.caseId, input: complication, now }),
  );
  const closing = { closedAs: 'completed' as const, reason: null, confirmedName: 'Tester', version: 1 };
  accepted(await closeCase({ actor: north.surgeon, caseId: removed.caseId, input: closing, now }));
  ended = await recordCase(north, now, { activationDays: 6 });
  await recordDays(north, ended, [ended.firstDay], now);
  await endActivation(north, ended);
  going = await recordCase(north, now);
  await recordCase(south, now);
});

const outcomeRows = async () => (await pool().query('SELECT * FROM case_outcome ORDER BY case_id')).rows;

test('the stored outcomes are those of the facts: made anew they are the same', async () => {
  const stored = await outcomeRows();
  expect(stored).toHaveLength(4);
  await pool().query('DELETE FROM case_outcome WHERE case_id = $1', [ended.caseId]);
  expect((await listOutcomeChoices(north.clinicId)).uncounted).toBe(1);
  expect(await rebuildOutcomes({ only: 'missing' })).toBe(1);
  expect(await outcomeRows()).toEqual(stored);
  expect(await rebuildOutcomes({ only: 'all' })).toBe(4);
  expect(await outcomeRows()).toEqual(stored);
});

test('figures count what is over, and nothing of another clinic', async () => {
  const figures = await findOutcomeFigures(everything(north));
  expect(figures).toMatchObject({ cases: 3, ended: 2 });
  // Two devices, two slots a day: all of the first case reported in its first two days, the second case in one.
  expect(figures.slots.done).toBe(2 * 2 * 2 + 2 * 2);
  expect(figures.slots.due).toBeGreaterThan(figures.slots.done);
  expect(figures.slots.done + figures.slots.unknown).toBe(figures.slots.due);
  expect(figures.differenceUm.map(({ value }) => value).sort((a, b) => a - b)).toEqual([-19_000, -18_000]);
  expect(figures.watched.reduce((sum, one) => sum + one.removed, 0)).toBe(1);
  expect(figures.watched.reduce((sum, one) => sum + one.inPlace, 0)).toBe(2);
  expect((await findOutcomeFigures(everything(south))).cases).toBe(1);
});

test('complications are counted by case and by device', async () => {
  const counts = await countComplications(everything(north));
  expect(counts.cases).toBe(1);
  expect(counts.kinds).toMatchObject([{ cases: 1 }]);
  expect(counts.models).toEqual([{ modelId: null, name: null, devices: 6, affected: 1 }]);
  expect((await countComplications(everything(south))).cases).toBe(0);
});

describe('each filter leaves its own', () => {
  const bornDay = 20_000;
  const months = (today - bornDay) / 30.4;
  test.each([
    ['syndrome', { syndrome: 'Apert' }, 1],
    ['no syndrome', { syndrome: 'none' }, 2],
    ['a period before all', { toDay: today - 60 }, 0],
    ['a period with all', { fromDay: today - 60, toDay: today }, 3],
    ['a site of none', { site: 'mandible' as const }, 0],
    ['their site', { site: 'posterior-cranial-vault' as const }, 3],
    ['nobody', { surgeonId: newId() }, 0],
    ['a model of none', { modelId: newId() }, 0],
    ['their age', { age: { key: '12-24' as const, fromMonths: 12 as const, belowMonths: 24 as const } }, 3],
    ['another age', { age: { key: '24' as const, fromMonths: 24 as const, belowMonths: null } }, 0],
  ])('%s', async (_what, filter, cases) => {
    const scope = { ...everything(north), ...filter };
    expect([months > 12, months < 24]).toEqual([true, true]);
    const listed = await listOutcomeCases(scope, { skip: 0, most: 10 });
    expect([(await findOutcomeFigures(scope)).cases, listed.length]).toEqual([cases, cases]);
    await countComplications(scope);
  });
});

test('cases come latest first, in pieces, each once', async () => {
  const scope = everything(north);
  const all = await listOutcomeCases(scope, { skip: 0, most: 10 });
  const pieces = [
    ...(await listOutcomeCases(scope, { skip: 0, most: 2 })),
    ...(await listOutcomeCases(scope, { skip: 2, most: 2 })),
  ];
  expect(pieces).toEqual(all);
  expect(all.map(({ caseId }) => caseId).at(-1)).toBe(ended.caseId);
  expect(all.find(({ caseId }) => caseId === going.caseId)).toMatchObject({ endedDay: null, slotsDue: null });
  expect(all.find(({ caseId }) => caseId === removed.caseId)).toMatchObject({
    syndrome: 'Apert',
    complications: 1,
  });
});

test('what changes between two pieces of a file neither repeats a case nor drops another', async () => {
  const scope = everything(north);
  const all = await listOutcomeCases(scope, { most: 10 });
  const [first] = await listOutcomeCases(scope, { most: 1 });
  // A case that goes and one that comes shift every place that is only counted.
  await pool().query('DELETE FROM case_outcome WHERE case_id = $1', [first?.caseId]);
  const rest = await listOutcomeCases(scope, { after: first, most: 10 });
  expect([first, ...rest]).toEqual(all);
  await rebuildOutcomes({ only: 'all' });
  expect(await listOutcomeCases(scope, { after: first, most: 1 })).toEqual([all[1]]);
  expect(await listOutcomeCases(scope, { after: all.at(-1), most: 10 })).toEqual([]);
});

test('a case that was entered in error counts nowhere', async () => {
  const closing = {
    closedAs: 'entered-in-error' as const,
    reason: 'twice',
    confirmedName: 'Tester',
    version: 1,
  };
  accepted(await closeCase({ actor: north.surgeon, caseId: going.caseId, input: closing, now }));
  expect((await findOutcomeFigures(everything(north))).cases).toBe(2);
});
