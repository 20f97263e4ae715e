import { beforeAll, beforeEach, expect, test } from 'vitest';
import { findCase } from '#lib/data/case-facts.ts';
import { newId } from '#lib/data/new-id.ts';
import { readImage } from '#lib/data/photograph-store.ts';
import { findPhotograph, listPhotographs, notePhotographRead } from '#lib/data/photographs.ts';
import { pool } from '#lib/data/pool.ts';
import { recordComplication } from '#lib/operations/record-complication.ts';
import { recordPhotograph } from '#lib/operations/record-photograph.ts';
import { retractPhotograph } from '#lib/operations/retract-photograph.ts';
import { photographsByComplication } from '#lib/view/complication-photographs.ts';
import { timelineView } from '#lib/view/timeline/timeline-page.ts';
import {
  accepted,
  DAY_MS,
  newComplication,
  type RecordedCase,
  recordCase,
} from '#tests/factories/recorded-case.ts';
import { newPhotograph, recordPhotographOf, smallImage } from '#tests/factories/recorded-photograph.ts';
import { type Staff, staffClinic } from '#tests/factories/staffed-clinic.ts';

const now = Date.UTC(2026, 2, 10, 12);
let staff: Staff;
let recorded: RecordedCase;

beforeAll(async () => {
  staff = await staffClinic('north', now - 100 * DAY_MS);
});
beforeEach(async () => {
  recorded = await recordCase(staff, now);
});

const events = async () => {
  const { rows } = await pool().query<{ event: string }>(
    `SELECT event FROM audit_event WHERE event LIKE 'photograph.%' AND case_id = $1 ORDER BY at, event`,
    [recorded.caseId],
  );
  return rows.map(({ event }) => event);
};

test('a photograph is kept with what was said of it, and its picture is read from the store', async () => {
  const { caseId, deviceIds } = recorded;
  const image = await smallImage();
  const input = newPhotograph(now, { deviceId: deviceIds[0] ?? null, note: 'red at the arm' });
  const { id } = accepted(
    await recordPhotograph({ actor: staff.nurse, caseId, input, image, fileDigest: 'a', now }),
  );
  expect(await listPhotographs(caseId)).toEqual([
    {
      id,
      deviceId: deviceIds[0],
      complicationId: null,
      takenDay: input.takenDay,
      note: 'red at the arm',
      widthPx: 64,
      heightPx: 48,
      recordedBy: expect.stringContaining('nurse'),
      recordedAt: now,
      retraction: null,
    },
  ]);
  const found = await findPhotograph({ caseId, photographId: id });
  if (!found) throw new Error('not found');
  for (const size of ['full', 'thumbnail'] as const) {
    const read = await readImage(found.store, { caseId, photographId: id, digest: found.digest, size });
    expect(Buffer.compare(read ?? Buffer.alloc(0), image[size])).toBe(0);
  }
  expect(await events()).toEqual(['photograph.recorded']);
});

test('the same upload twice is one photograph, and another one under its id is refused', async () => {
  const { caseId } = recorded;
  const image = await smallImage();
  const input = newPhotograph(now);
  const send = (fileDigest: string) =>
    recordPhotograph({ actor: staff.nurse, caseId, input, image, fileDigest, now });
  const [first, second] = await Promise.all([send('a'), send('a')]);
  expect(first).toEqual(second);
  expect(await send('b')).toEqual({ ok: false, reason: { kind: 'id-reused' } });
  expect(await listPhotographs(caseId)).toHaveLength(1);
});

test.each([
  ['a day that has not come', { takenDay: Math.floor(now / DAY_MS) + 2 }, 'in-the-future'],
  ['a day before the device was placed', { takenDay: Math.floor(now / DAY_MS) - 30 }, 'before-placement'],
  ['a device of another case', { deviceId: newId() }, 'device-unknown'],
  ['a complication of another case', { complicationId: newId() }, 'complication-unknown'],
])('%s is refused and nothing is kept', async (_what, change, kind) => {
  const { caseId, deviceIds } = recorded;
  const input = newPhotograph(now, { deviceId: deviceIds[0] ?? null, ...change });
  const image = await smallImage();
  const result = await recordPhotograph({ actor: staff.nurse, caseId, input, image, fileDigest: 'a', now });
  expect(result).toMatchObject({ ok: false, reason: { kind } });
  const { rows } = await pool().query('SELECT FROM photograph_image WHERE photograph_id = $1', [input.id]);
  expect([rows.length, await listPhotographs(caseId), await events()]).toEqual([0, [], []]);
});

test('a scheduler may not add one', async () => {
  const { caseId } = recorded;
  const result = await recordPhotograph({
    actor: staff.scheduler,
    caseId,
    input: newPhotograph(now),
    image: await smallImage(),
    fileDigest: 'a',
    now,
  });
  expect(result).toEqual({ ok: false, reason: { kind: 'not-allowed' } });
});

test('one that is withdrawn stays on record and is found by nobody', async () => {
  const { caseId } = recorded;
  const photographId = await recordPhotographOf(staff.nurse, caseId, now);
  const input = { photographId, reason: 'another child' };
  accepted(await retractPhotograph({ actor: staff.surgeon, caseId, input, now }));
  accepted(await retractPhotograph({ actor: staff.surgeon, caseId, input, now }));
  expect((await listPhotographs(caseId))[0]?.retraction).toMatchObject({ reason: 'another child', at: now });
  expect(await findPhotograph({ caseId, photographId })).toBeNull();
  expect(await events()).toEqual(['photograph.recorded', 'photograph.retracted']);
  const unknown = { photographId: newId(), reason: 'none' };
  expect(await retractPhotograph({ actor: staff.nurse, caseId, input: unknown, now })).toMatchObject({
    ok: false,
    reason: { kind: 'photograph-unknown' },
  });
});

test('a photograph is not found by the id of another case of the same clinic', async () => {
  const other = await recordCase(staff, now);
  const photographId = await recordPhotographOf(staff.nurse, recorded.caseId, now);
  expect(await findPhotograph({ caseId: other.caseId, photographId })).toBeNull();
});

test('who looks at one in full is in the trail once in a quarter of an hour', async () => {
  const { caseId } = recorded;
  const photographId = await recordPhotographOf(staff.nurse, caseId, now);
  const look = (personId: string, at: number) =>
    notePhotographRead({ clinicId: staff.clinicId, caseId, photographId, personId }, at);
  await look(staff.surgeon.personId, now);
  await look(staff.surgeon.personId, now + 60_000);
  await look(staff.nurse.personId, now + 60_000);
  await look(staff.surgeon.personId, now + 16 * 60_000);
  const { rows } = await pool().query<{ actor_id: string; detail: unknown }>(
    `SELECT actor_id, detail FROM audit_event WHERE event = 'photograph.read' AND case_id = $1 ORDER BY at`,
    [caseId],
  );
  expect(rows.map(({ actor_id }) => actor_id)).toEqual([
    staff.surgeon.personId,
    staff.nurse.personId,
    staff.surgeon.personId,
  ]);
  expect(rows[0]?.detail).toEqual({ id: photographId });
});

test('a picture comes with its photograph or never', async () => {
  const photographId = await recordPhotographOf(staff.nurse, recorded.caseId, now);
  const later = pool().query(`INSERT INTO photograph_image VALUES ($1, 'other', '\\xffd8ff')`, [
    photographId,
  ]);
  await expect(later).rejects.toMatchObject({ code: '23001' });
});

test('a photograph stands beside the complication that it shows and in the timeline, until it is withdrawn', async () => {
  const { caseId } = recorded;
  const exposed = newComplication({ kind: 'exposure' }, now);
  const { id: complicationId } = accepted(
    await recordComplication({ actor: staff.nurse, caseId, input: exposed, now }),
  );
  const photographId = await recordPhotographOf(
    staff.nurse,
    caseId,
    now,
    newPhotograph(now, { complicationId, note: 'metal shows' }),
  );
  const record = await findCase(pool(), { clinicId: staff.clinicId, caseId });
  if (!record) throw new Error('no case');
  const look = async () => {
    const photographs = await listPhotographs(caseId);
    const context = { path: `/cases/${caseId}`, people: {}, now, photographs };
    return {
      beside: photographsByComplication(photographs, caseId).get(complicationId) ?? [],
      items: timelineView(record.facts, { ...context, changes: [], kind: 'photograph' }).items,
    };
  };
  const { beside, items } = await look();
  expect(beside).toMatchObject([{ id: photographId, href: `/cases/${caseId}/photographs#${photographId}` }]);
  expect(items).toMatchObject([
    {
      row: {
        title: 'Photograph, whole site',
        detail: 'Shows: skin breakdown or exposed hardware; metal shows',
        href: `/cases/${caseId}/photographs#${photographId}`,
      },
    },
  ]);
  const input = { photographId, reason: 'another child' };
  accepted(await retractPhotograph({ actor: staff.nurse, caseId, input, now }));
  expect(await look()).toEqual({ beside: [], items: [] });
});
