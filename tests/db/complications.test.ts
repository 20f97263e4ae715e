import { beforeAll, expect, test } from 'vitest';
import { findCase } from '#lib/data/case-facts.ts';
import { newId } from '#lib/data/new-id.ts';
import { pool } from '#lib/data/pool.ts';
import { listWorklist } from '#lib/data/worklist.ts';
import { assess } from '#lib/domain/assess.ts';
import { complicationStatus, gradesOf } from '#lib/domain/complication/status.ts';
import { type Instant, MINUTE_MS } from '#lib/domain/units.ts';
import { correctComplication } from '#lib/operations/correct-complication.ts';
import { followComplication } from '#lib/operations/follow-complication.ts';
import { recordComplication } from '#lib/operations/record-complication.ts';
import type { ComplicationStepInput } from '#lib/schemas/complication.ts';
import {
  accepted,
  DAY_MS,
  newComplication,
  type RecordedCase,
  recordCase,
} from '#tests/factories/recorded-case.ts';
import { type Staff, staffClinic } from '#tests/factories/staffed-clinic.ts';

const now = Date.UTC(2026, 2, 10, 12);
const today = Math.floor(now / DAY_MS);

let staff: Staff;
let one: RecordedCase;
beforeAll(async () => {
  staff = await staffClinic('north', now - 100 * DAY_MS);
  one = await recordCase(staff, now);
});

const factsOf = async ({ caseId }: RecordedCase) => {
  const record = await findCase(pool(), { clinicId: staff.clinicId, caseId });
  if (!record) throw new Error('no case');
  return record.facts;
};

const found = async (id: string) => (await factsOf(one)).complications.find((entry) => entry.id === id);

const flagOf = async (id: string, asOf: Instant) =>
  assess(await factsOf(one), asOf).flags.find(
    ({ evidence }) => evidence.rule === 'open-complication' && evidence.complicationId === id,
  );

const record = (change: Parameters<typeof newComplication>[0]) => {
  const input = newComplication(change, now);
  return recordComplication({ actor: staff.nurse, caseId: one.caseId, input, now });
};

const follow = (complicationId: string, change: Partial<ComplicationStepInput>, at: Instant) => {
  const said = { onDay: today, clavienDindo: null, severity: null, note: null };
  const input = { id: newId(), complicationId, kind: 'done' as const, correctsId: null, retracted: false };
  return followComplication({
    actor: staff.nurse,
    caseId: one.caseId,
    input: { ...said, ...input, ...change },
    now: at,
  });
};

test('a complication is read back as it was written, with its first steps, and flags the case', async () => {
  const deviceId = one.deviceIds[0] ?? null;
  const graded = { clavienDindo: 'II', severity: 'moderate' } as const;
  const said = { kind: 'exposure', deviceId, signs: ['metal-showing'], note: 'at the left arm' } as const;
  const { id } = accepted(
    await record({ ...said, signs: [...said.signs], ...graded, done: 'local care', course: 'continue' }),
  );
  expect(await found(id)).toMatchObject({
    ...said,
    onsetDay: today,
    recordedAt: now,
    steps: expect.arrayContaining([
      expect.objectContaining({ kind: 'graded', ...graded, onDay: today }),
      expect.objectContaining({ kind: 'done', note: 'local care' }),
      expect.objectContaining({ kind: 'decided', course: 'continue', version: null }),
    ]),
  });
  expect(await flagOf(id, now)).toMatchObject({ level: 'act-now', deviceId });
});

test('a worse grading opens an acknowledged flag again and keeps the one before it', async () => {
  const { id } = accepted(await record({ clavienDindo: 'I', severity: 'minor' }));
  const before = await flagOf(id, now);
  const later = now + 30 * MINUTE_MS;
  accepted(await follow(id, { kind: 'graded', clavienDindo: 'IIIb' }, later));
  const after = await found(id);
  expect(after && gradesOf(after)).toEqual({ clavienDindo: 'IIIb', severity: 'minor' });
  expect(after?.steps).toHaveLength(2);
  expect((await flagOf(id, later))?.key).not.toBe(before?.key);
  expect((await flagOf(id, now))?.key).toBe(before?.key);
  accepted(await follow(id, { kind: 'graded', clavienDindo: 'I' }, later + MINUTE_MS));
  expect((await flagOf(id, later + MINUTE_MS))?.key).toBe((await flagOf(id, later))?.key);
});

test('it is open until it is resolved, and again when it is back; nobody does either twice', async () => {
  const { id } = accepted(await record({}));
  accepted(await follow(id, { kind: 'resolved' }, now + MINUTE_MS));
  expect(await flagOf(id, now + MINUTE_MS)).toBeUndefined();
  expect(await flagOf(id, now)).toBeDefined();
  expect(await follow(id, { kind: 'resolved' }, now + 2 * MINUTE_MS)).toMatchObject({
    reason: { kind: 'already-so', status: 'resolved' },
  });
  accepted(await follow(id, { kind: 'reopened' }, now + 3 * MINUTE_MS));
  expect(await flagOf(id, now + 3 * MINUTE_MS)).toBeDefined();
});

test('a withdrawn step no longer counts', async () => {
  const { id } = accepted(await record({}));
  const resolved = accepted(await follow(id, { kind: 'resolved' }, now + MINUTE_MS));
  const withdrawn = { kind: 'resolved', correctsId: resolved.id, retracted: true } as const;
  accepted(await follow(id, withdrawn, now + 2 * MINUTE_MS));
  const after = await found(id);
  expect(after && complicationStatus(after)).toEqual({ kind: 'open' });
  const graded = accepted(await follow(id, { kind: 'graded', severity: 'major' }, now + 3 * MINUTE_MS));
  const wrong = { kind: 'graded', correctsId: graded.id, retracted: true, note: 'other case' } as const;
  accepted(await follow(id, wrong, now + 4 * MINUTE_MS));
  expect((await found(id))?.steps).toEqual([]);
  const { rows } = await pool().query('SELECT 1 FROM complication_step WHERE complication_id = $1', [id]);
  expect(rows).toHaveLength(4);
});

test('a correction keeps the id and the steps, and is made of the row that stands', async () => {
  const { id } = accepted(await record({ kind: 'pain', severity: 'minor' }));
  const said = newComplication({ kind: 'infection', signs: ['pus'] }, now);
  const correct = (rowId: string, correctsId: string, retracted = false) =>
    correctComplication({
      actor: staff.surgeon,
      caseId: one.caseId,
      input: { ...said, id: rowId, correctsId, reason: 'the swab came back', retracted },
      now: now + MINUTE_MS,
    });
  const rowId = newId();
  expect(accepted(await correct(rowId, id))).toEqual({ id });
  expect(await found(id)).toMatchObject({
    kind: 'infection',
    signs: ['pus'],
    recordedAt: now,
    steps: [{ kind: 'graded' }],
  });
  expect(await correct(newId(), id)).toMatchObject({ reason: { kind: 'correction-of-unknown' } });
  expect(accepted(await correct(rowId, id))).toEqual({ id });
  accepted(await correct(newId(), rowId, true));
  expect(await found(id)).toBeUndefined();
});

test('what cannot be true is refused and writes nothing', async () => {
  const before = (await factsOf(one)).complications.length;
  const deviceId = one.deviceIds[0] ?? null;
  expect(await record({ onsetDay: today + 1 })).toMatchObject({ reason: { field: 'onsetDay' } });
  expect(await record({ deviceId: newId() })).toMatchObject({ reason: { kind: 'device-unknown' } });
  expect(await record({ deviceId, onsetDay: today - 50 })).toMatchObject({
    reason: { kind: 'before-placement' },
  });
  const { id } = accepted(await record({}));
  expect(await follow(id, { note: 'washed', onDay: today - 1 }, now)).toMatchObject({
    reason: { kind: 'before-onset' },
  });
  expect(await follow(newId(), { note: 'washed' }, now)).toMatchObject({
    reason: { kind: 'complication-unknown' },
  });
  const scheduler = staff.scheduler;
  expect(
    await recordComplication({ actor: scheduler, caseId: one.caseId, input: newComplication({}, now), now }),
  ).toMatchObject({ reason: { kind: 'not-allowed' } });
  expect((await factsOf(one)).complications).toHaveLength(before + 1);
});

test('sent twice, it is one complication', async () => {
  const input = newComplication({ kind: 'bleeding', done: 'compress' }, now);
  const request = { actor: staff.nurse, caseId: one.caseId, input, now };
  const answers = await Promise.all([1, 2, 3].map(() => recordComplication(request)));
  for (const answer of answers) expect(accepted(answer)).toEqual({ id: input.id, proposed: null });
  expect((await found(input.id))?.steps).toHaveLength(1);
  expect(await recordComplication({ ...request, input: { ...input, note: 'other' } })).toMatchObject({
    reason: { kind: 'id-reused' },
  });
});

test('of cases that are as urgent the worklist has the one first whose complication has gone on the longest', async () => {
  const at = await staffClinic('east', now - 100 * DAY_MS);
  const onsets = [today - 1, today - 3, today - 2];
  const cases = await Promise.all(onsets.map(() => recordCase(at, now)));
  const recorded = cases.map(({ caseId }, place) => {
    const input = newComplication({ kind: 'csf-leak', onsetDay: onsets[place] ?? today }, now);
    return recordComplication({ actor: at.nurse, caseId, input, now });
  });
  for (const written of await Promise.all(recorded)) accepted(written);
  const everything = {
    personId: null,
    phase: null,
    level: null,
    rule: null,
    words: '',
    page: 1,
    pageSize: 50,
  };
  const { cases: listed } = await listWorklist({ clinicId: at.clinicId, ...everything });
  expect(listed.map(({ caseId }) => caseId)).toEqual(
    [cases[1], cases[2], cases[0]].map((one) => one?.caseId),
  );
});
