import { beforeAll, expect, test } from 'vitest';
import { findCase } from '#lib/data/case-facts.ts';
import { newId } from '#lib/data/new-id.ts';
import { pool } from '#lib/data/pool.ts';
import type { Flag } from '#lib/domain/deviation/flag.ts';
import type { Instant } from '#lib/domain/units.ts';
import { decideFlag } from '#lib/operations/decide-flag.ts';
import { recordContact } from '#lib/operations/record-contact.ts';
import { standingOf } from '#lib/operations/standing-of.ts';
import { flagDecisionInput } from '#lib/schemas/flag-decision.ts';
import {
  accepted,
  DAY_MS,
  decisionOn,
  newContact,
  type RecordedCase,
  recordCase,
} from '#tests/factories/recorded-case.ts';
import { type Staff, staffClinic } from '#tests/factories/staffed-clinic.ts';

const now = Date.UTC(2026, 2, 10, 12);
let staff: Staff;
let one: RecordedCase;

beforeAll(async () => {
  staff = await staffClinic('north', now - 100 * DAY_MS);
  one = await recordCase(staff, now);
});

async function silenceAt(at: Instant): Promise<Flag> {
  const record = await findCase(pool(), { clinicId: staff.clinicId, caseId: one.caseId });
  const flag =
    record && standingOf(record.facts, at).flags.find(({ evidence }) => evidence.rule === 'silence');
  if (!flag) throw new Error('nobody is silent');
  return flag;
}

const decide = (flag: Flag, change: Parameters<typeof decisionOn>[1], at = now) =>
  decideFlag({ actor: staff.nurse, caseId: one.caseId, input: decisionOn(flag, change), now: at });

test('each kind of decision is kept as it was made and read back as a fact', async () => {
  const until = now + DAY_MS;
  const assigneeId = staff.surgeon.personId;
  accepted(await decide(await silenceAt(now), { kind: 'snoozed', until, note: 'no answer' }));
  expect(await silenceAt(now)).toMatchObject({ acknowledged: { kind: 'snoozed', until } });
  accepted(await decide(await silenceAt(now + 1), { kind: 'assigned', assigneeId }, now + 1));
  expect(await silenceAt(now + 1)).toMatchObject({
    ownerId: assigneeId,
    acknowledged: { kind: 'snoozed' },
  });
  const resolved = { kind: 'resolved', action: 'call-made' } as const;
  expect(await decide(await silenceAt(now + 2), resolved, now + 2)).toMatchObject({
    reason: { kind: 'action-not-taken', action: 'call-made' },
  });
  const actor = staff.nurse;
  const unanswered = newContact({ outcome: 'no-answer' });
  accepted(await recordContact({ actor, caseId: one.caseId, input: unanswered, now: now + 2 }));
  expect((await decide(await silenceAt(now + 2), resolved, now + 2)).ok).toBe(false);
  accepted(await recordContact({ actor, caseId: one.caseId, input: newContact(), now: now + 2 }));
  accepted(await decide(await silenceAt(now + 2), resolved, now + 2));
  expect(await silenceAt(now + 2)).toMatchObject({ acknowledged: { kind: 'resolved', action: 'call-made' } });
  accepted(await decide(await silenceAt(now + 3), { kind: 'reopened' }, now + 3));
  expect(await silenceAt(now + 3)).toMatchObject({ ownerId: assigneeId, acknowledged: null });
});

test('a flag that has lasted another tolerance since it was seen is not acknowledged unseen', async () => {
  const seen = await silenceAt(now);
  const later = now + DAY_MS;
  expect(await silenceAt(later)).toMatchObject({ extent: seen.extent + 1 });
  expect(await decide(seen, {}, later)).toMatchObject({ reason: { kind: 'flag-worsened' } });
});

test('of two who decide at once the second is told what the first decided, and writes nothing', async () => {
  const both = await recordCase(staff, now);
  const record = async () => {
    const found = await findCase(pool(), { clinicId: staff.clinicId, caseId: both.caseId });
    if (!found) throw new Error('the case is gone');
    return found.facts;
  };
  const flag = standingOf(await record(), now).flags[0];
  const answers = await Promise.all(
    [staff.nurse, staff.surgeon].map((actor) =>
      decideFlag({ actor, caseId: both.caseId, input: decisionOn(flag, { note: actor.personId }), now }),
    ),
  );
  const refusedOne = answers.find(({ ok }) => !ok);
  const { decisions } = await record();
  expect(decisions).toHaveLength(1);
  const first = decisions[0]?.byId === staff.nurse.personId ? 'nurse' : 'surgeon';
  expect(refusedOne).toMatchObject({
    reason: { kind: 'stale', theirs: { note: staff[first].personId }, last: { at: now } },
  });
  const seen = standingOf(await record(), now + 1).flags.find(({ key }) => key === flag?.key);
  const later = { actor: staff.surgeon, caseId: both.caseId, now: now + 1 };
  accepted(await decideFlag({ ...later, input: decisionOn(seen) }));
});

test('a flag is given only to somebody who decides about flags in the clinic', async () => {
  const flag = await silenceAt(now);
  const south = await staffClinic('south', now - 100 * DAY_MS);
  for (const assigneeId of [newId(), staff.scheduler.personId, south.nurse.personId]) {
    expect(await decide(flag, { kind: 'assigned', assigneeId })).toEqual({
      ok: false,
      reason: { kind: 'assignee-unknown', field: 'assigneeId' },
    });
  }
});

test('what a form leaves out is named, and what the decision has no use for is dropped', () => {
  const sent = { id: newId(), flagKey: 'silence|||1#1', level: 'look-today', extent: '2' };
  const parse = (fields: Record<string, string>) => flagDecisionInput.safeParse({ ...sent, ...fields });
  const paths = (fields: Record<string, string>) => parse(fields).error?.issues.map(({ path }) => path[0]);
  expect(paths({ kind: 'snoozed', until: '' })).toEqual(['until']);
  expect(paths({ kind: 'resolved', action: '' })).toEqual(['action']);
  expect(paths({ kind: 'forgotten' })).toEqual(['kind']);
  expect(parse({ kind: 'assigned', action: 'measured', until: '2026-03-12 08:00' }).data).toMatchObject({
    action: null,
    until: null,
    assigneeId: null,
  });
});
