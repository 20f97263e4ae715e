import { beforeAll, expect, test } from 'vitest';
import { newId } from '#lib/data/new-id.ts';
import { recordCourseEvent } from '#lib/operations/record-course-event.ts';
import { recordOperation } from '#lib/operations/record-operation.ts';
import { accepted, DAY_MS, newCase, recordCase } from '#tests/factories/recorded-case.ts';
import { type Staff, staffClinic } from '#tests/factories/staffed-clinic.ts';

const now = Date.UTC(2026, 2, 10, 12);
let staff: Staff;

beforeAll(async () => {
  staff = await staffClinic('north', now - 100 * DAY_MS);
});

const nothing = { note: null, removedDeviceIds: [], correctsId: null, retracted: false };

test('a scheduler records and corrects removals, and no other operation', async () => {
  const { caseId } = await recordCase(staff, now, { input: newCase(staff) });
  const write = (kind: 'index' | 'removal' | 'other', correctsId: string | null = null) =>
    recordOperation({
      actor: staff.scheduler,
      caseId,
      input: { ...nothing, id: newId(), kind, endedAt: now - 1000, correctsId },
      now,
    });
  for (const kind of ['index', 'other'] as const) {
    expect(await write(kind)).toEqual({ ok: false, reason: { kind: 'not-allowed' } });
  }
  const removal = accepted(await write('removal'));
  accepted(await write('removal', removal.id));
  const both = { ...staff.scheduler, roles: ['scheduler', 'nurse'] as const };
  const input = { ...nothing, id: newId(), kind: 'other' as const, endedAt: now - 1000 };
  accepted(await recordOperation({ actor: both, caseId, input, now }));
});

test('a decision about the course has taken effect: nothing of it lies ahead', async () => {
  const { caseId } = await recordCase(staff, now);
  const today = Math.floor(now / DAY_MS);
  const told = { toldAt: null, toldById: null };
  const why = { reasonCode: 'target-reached' as const, reason: 'target reached' };
  const decided = { ...why, ...told, correctsId: null, retracted: false };
  const end = (at: number) =>
    recordCourseEvent({
      actor: staff.nurse,
      caseId,
      input: { ...decided, id: newId(), kind: 'activation-ended', day: null, at },
      now,
    });
  const consolidate = (day: number) =>
    recordCourseEvent({
      actor: staff.nurse,
      caseId,
      input: { ...decided, id: newId(), kind: 'consolidation-started', day, at: null },
      now,
    });
  expect(await end(now + DAY_MS)).toEqual({
    ok: false,
    reason: { kind: 'in-the-future', field: 'at', now },
  });
  expect(await consolidate(today + 1)).toEqual({
    ok: false,
    reason: { kind: 'in-the-future', field: 'day', now },
  });
  accepted(await end(now));
  accepted(await consolidate(today));
});
