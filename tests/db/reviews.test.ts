import { beforeAll, expect, test } from 'vitest';
import { newId } from '#lib/data/new-id.ts';
import { publishProtocolVersion } from '#lib/operations/publish-protocol-version.ts';
import {
  accepted,
  DAY_MS,
  newVersion,
  type RecordedCase,
  recordCase,
} from '#tests/factories/recorded-case.ts';
import { type Staff, staffClinic } from '#tests/factories/staffed-clinic.ts';
import { type Row, refusalOf } from '#tests/setup/refused-row.ts';

const now = Date.UTC(2026, 2, 10, 12);
let staff: Staff;
let one: RecordedCase;

beforeAll(async () => {
  staff = await staffClinic('north', now - 100 * DAY_MS);
  one = await recordCase(staff, now);
  const { caseId, deviceIds, firstDay } = one;
  const devices = deviceIds.map((deviceId) => ({ deviceId, perSession: [500, 0], targetUm: 20_000 }));
  const input = newVersion(deviceIds, firstDay + 5, { seenVersion: 1, devices });
  const written = await publishProtocolVersion({ actor: staff.nurse, caseId, input, now });
  expect(accepted(written)).toEqual({ version: 2, pending: true });
});

const at = (offMs = 0) => new Date(now + offMs).toISOString();

test.each<[string, () => Row, string]>([
  ['signs what waits', () => ({}), 'kept'],
  ['signs nothing that needs no signature', () => ({ version: 1 }), 'protocol_review_awaited'],
  ['is not the author', () => ({ by_id: staff.nurse.personId }), 'protocol_review_awaited'],
  ['comes before it expires', () => ({ recorded_at: at(2 * DAY_MS) }), 'protocol_review_awaited'],
  [
    'says from which slot it holds',
    () => ({ from_day: null, from_slot: null }),
    'protocol_review_from_check',
  ],
  ['says one of two things', () => ({ decision: 'maybe' }), 'protocol_review_decision_check'],
  [
    'declines with a reason',
    () => ({ decision: 'declined', from_day: null, from_slot: null }),
    'protocol_review_note_check',
  ],
])('an answer of a surgeon %s', async (_what, change, refusal) => {
  const answer = {
    id: newId(),
    case_id: one.caseId,
    version: 2,
    decision: 'co-signed',
    from_day: '2026-03-20',
    from_slot: 1,
    by_id: staff.surgeon.personId,
    recorded_at: at(),
  };
  expect(await refusalOf('protocol_review', { ...answer, ...change() })).toBe(refusal);
});
