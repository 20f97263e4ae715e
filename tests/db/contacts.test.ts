import { beforeAll, expect, test } from 'vitest';
import { findCase } from '#lib/data/case-facts.ts';
import { listSupersededContacts } from '#lib/data/contacts.ts';
import { newId } from '#lib/data/new-id.ts';
import { pool } from '#lib/data/pool.ts';
import type { Assessment } from '#lib/domain/assessment.ts';
import { decideFlag } from '#lib/operations/decide-flag.ts';
import { openCase } from '#lib/operations/open-case.ts';
import { reassessDueStandings } from '#lib/operations/reassess-due-standings.ts';
import { recordContact } from '#lib/operations/record-contact.ts';
import { recordTurnReports } from '#lib/operations/record-turn-reports.ts';
import { saveCaregiver } from '#lib/operations/save-caregiver.ts';
import { standingOf } from '#lib/operations/standing-of.ts';
import { type ContactInput, contactInput } from '#lib/schemas/contact.ts';
import { withdrawnWords } from '#lib/view/contact-words.ts';
import {
  accepted,
  DAY_MS,
  decisionOn,
  newCase,
  newContact,
  newReport,
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

const record = (change: Parameters<typeof newContact>[0], at = now) =>
  recordContact({ actor: staff.nurse, caseId: one.caseId, input: newContact(change), now: at });

async function contacts() {
  const found = await findCase(pool(), { clinicId: staff.clinicId, caseId: one.caseId });
  return found?.facts.contacts ?? [];
}

async function standing(caseId: string): Promise<{ assessment: Assessment; reached_at: Date | null }> {
  const { rows } = await pool().query('SELECT assessment, reached_at FROM case_standing WHERE case_id = $1', [
    caseId,
  ]);
  return rows[0];
}

const rulesOf = ({ assessment }: { assessment: Assessment }) =>
  assessment.flags.map(({ evidence }) => evidence.rule);

test('a contact is kept, corrected and withdrawn by further rows, and the standing tells the latest', async () => {
  const first = newContact({ outcome: 'no-answer', note: 'message left' });
  accepted(await recordContact({ actor: staff.nurse, caseId: one.caseId, input: first, now }));
  expect(await standing(one.caseId)).toMatchObject({
    reached_at: null,
    assessment: { lastContact: { outcome: 'no-answer', note: 'message left' } },
  });
  const right = newContact({ correctsId: first.id, note: 'number engaged', outcome: 'no-answer' });
  accepted(await recordContact({ actor: staff.nurse, caseId: one.caseId, input: right, now: now + 1 }));
  expect((await contacts()).map(({ note }) => note)).toEqual(['number engaged']);
  accepted(await record({ correctsId: right.id, retracted: true }, now + 2));
  expect(await contacts()).toEqual([]);
  accepted(await record({ kind: 'visit', signs: ['fever'] }, now + 3));
  const after = await standing(one.caseId);
  expect(after.reached_at?.getTime()).toBe(now + 3);
  expect(rulesOf(after)).toContain('warning-sign');
  accepted(await record({}, now + 4));
  expect(rulesOf(await standing(one.caseId))).not.toContain('warning-sign');
});

test('a warning sign stays acknowledged while its contact is corrected, until the correction adds one', async () => {
  const { caseId } = await recordCase(staff, now);
  const write = (change: Parameters<typeof newContact>[0], at: number) => {
    const input = newContact({ at: now, ...change });
    return recordContact({ actor: staff.nurse, caseId, input, now: at })
      .then(accepted)
      .then(({ id }) => id);
  };
  const fever = ({ flags }: Pick<Assessment, 'flags'>) =>
    flags.find(({ evidence }) => evidence.rule === 'warning-sign' && evidence.sign === 'fever');
  const toldBy = async (at: number) => {
    const found = await findCase(pool(), { clinicId: staff.clinicId, caseId });
    if (!found) throw new Error('no case');
    const kept = fever((await standing(caseId)).assessment);
    expect(kept).toEqual(fever(standingOf(found.facts, at)));
    return { signsToldAt: found.facts.contacts[0]?.signsToldAt, isCovered: kept?.acknowledged !== null };
  };
  const first = await write({ signs: ['fever'] }, now);
  const flag = fever((await standing(caseId)).assessment);
  const input = decisionOn(flag, {});
  accepted(await decideFlag({ actor: staff.nurse, caseId, input, now: now + 1 }));
  const second = await write({ signs: ['fever'], note: 'since noon', correctsId: first }, now + 2);
  expect(await toldBy(now + 2)).toEqual({ signsToldAt: now, isCovered: true });
  const third = await write({ signs: ['fever', 'vomiting'], correctsId: second }, now + 3);
  expect(await toldBy(now + 3)).toEqual({ signsToldAt: now + 3, isCovered: false });
  await write({ signs: ['fever'], correctsId: third }, now + 4);
  expect(await toldBy(now + 4)).toEqual({ signsToldAt: now + 3, isCovered: false });
});

test('what was written as a call is corrected into a visit, and both are told of', async () => {
  const { caseId } = await recordCase(staff, now);
  const write = (input: ContactInput, at: number) =>
    recordContact({ actor: staff.nurse, caseId, input, now: at });
  const call = newContact({ note: 'on the phone' });
  accepted(await write(call, now));
  const visit = newContact({ kind: 'visit', note: 'in clinic', correctsId: call.id });
  accepted(await write(visit, now + 1));
  expect(await write(newContact({ correctsId: call.id }), now + 2)).toMatchObject({
    reason: { kind: 'correction-of-unknown' },
  });
  accepted(await write(newContact({ correctsId: visit.id, retracted: true }), now + 3));
  const before = await listSupersededContacts(pool(), caseId);
  expect(before.map(({ id, kind, withdrawn }) => [id, kind, withdrawn])).toEqual([
    [visit.id, 'visit', true],
    [call.id, 'call', false],
  ]);
  expect(withdrawnWords(before, 'UTC')).toHaveLength(2);
});

test('a call writes the hold that it told of in the same write, of one device alone, and tells the family', async () => {
  const { caseId, deviceIds } = await recordCase(staff, now);
  const [held = '', other = ''] = deviceIds;
  const hold = {
    deviceIds: [held],
    reasonCode: 'skin-breakdown' as const,
    reason: 'skin is thin',
    toldById: staff.surgeon.personId,
  };
  const input = newContact({ outcome: 'told-to-hold', hold });
  const write = () => recordContact({ actor: staff.nurse, caseId, input, now });
  accepted(await write());
  accepted(await write());
  const { facts } = (await findCase(pool(), { clinicId: staff.clinicId, caseId })) ?? {};
  expect(facts?.contacts.map(({ outcome }) => outcome)).toEqual(['told-to-hold']);
  expect(facts?.versions.map(({ version }) => version).sort()).toEqual([1, 2]);
  const version = facts?.versions.find((one) => one.version === 2);
  expect(version).toMatchObject({
    kind: 'hold',
    reasonCode: 'skin-breakdown',
    toldAt: now,
    toldById: staff.surgeon.personId,
    authorId: staff.nurse.personId,
  });
  const amountsOf = (id: string) => version?.devices.find(({ deviceId }) => deviceId === id)?.perSession;
  expect(amountsOf(held)?.every((centi) => centi === 0)).toBe(true);
  expect(amountsOf(other)?.some((centi) => centi > 0)).toBe(true);
});

test('a hold that cannot be written leaves no contact either, and goes with no other outcome', async () => {
  const { caseId } = await recordCase(staff, now);
  const hold = { deviceIds: [newId()], reasonCode: 'other' as const, reason: 'fever', toldById: null };
  const input = newContact({ outcome: 'told-to-hold', hold });
  expect(await recordContact({ actor: staff.nurse, caseId, input, now })).toMatchObject({
    reason: { kind: 'device-not-planned' },
  });
  const { facts } = (await findCase(pool(), { clinicId: staff.clinicId, caseId })) ?? {};
  expect([facts?.contacts.length, facts?.versions.length]).toEqual([0, 1]);
  const said = { ...input, outcome: 'reached' };
  expect(contactInput.safeParse(said).error?.issues[0]?.path).toEqual(['hold']);
  const unnamed = { ...input, hold: { ...hold, deviceIds: [] } };
  expect(contactInput.safeParse(unnamed).error?.issues[0]?.path).toEqual(['hold', 'deviceIds']);
});

test('a contact is refused with somebody of another family, ahead of the clock, and by who may not', async () => {
  expect(await record({ caregiverId: newId() })).toMatchObject({ reason: { kind: 'caregiver-unknown' } });
  expect(await record({ at: now + DAY_MS })).toMatchObject({ reason: { kind: 'in-the-future' } });
  const input = newContact({});
  const { scheduler: actor } = staff;
  expect(await recordContact({ actor, caseId: one.caseId, input, now })).toMatchObject({
    reason: { kind: 'not-allowed' },
  });
  const sent = { ...newContact({ outcome: 'no-answer' }), signs: ['fever'] };
  expect(contactInput.safeParse(sent).error?.issues[0]?.path).toEqual(['signs']);
  expect(contactInput.safeParse({ ...sent, signs: ['cough'] }).success).toBe(false);
});

test('the signs of a report stay with its correction', async () => {
  const [deviceId = ''] = one.deviceIds;
  const report = newReport(deviceId, one.firstDay, { signs: ['pus', 'redness'] });
  const actor = staff.nurse;
  accepted(await recordTurnReports({ actor, caseId: one.caseId, input: { reports: [report] }, now }));
  const again = { reports: [report] };
  expect(accepted(await recordTurnReports({ actor, caseId: one.caseId, input: again, now }))).toMatchObject({
    repeated: [report.id],
  });
  const right = newReport(deviceId, one.firstDay, {
    outcome: 'partial',
    actuationsCenti: 50,
    correctsId: report.id,
    correctionReason: 'half a turn',
    signs: null,
  });
  accepted(await recordTurnReports({ actor, caseId: one.caseId, input: { reports: [right] }, now }));
  const found = await findCase(pool(), { clinicId: staff.clinicId, caseId: one.caseId });
  expect(found?.facts.reports.find(({ id }) => id === right.id)?.signs).toEqual(['pus', 'redness']);
});

test('a training settles who may turn from then on, in every open case of the patient; a turn before it only if it was before the turn', async () => {
  const second = await recordCase(staff, now);
  const [deviceId = ''] = second.deviceIds;
  const { caseId, patientId, firstDay } = second;
  const caregiver = {
    id: newId(),
    name: 'Eva Example',
    relation: 'grandmother',
    language: 'en',
    phone: null,
    bestTime: null,
    taughtById: null,
    taughtAt: null,
    teachBackSeen: false,
    toolHandedOver: false,
  };
  const save = (at: number, change: object = {}, version: number | null = null) =>
    saveCaregiver({ actor: staff.nurse, caseId, input: { ...caregiver, version, ...change }, now: at });
  accepted(await save(now));
  const reports = [newReport(deviceId, firstDay, { turnedBy: 'Grandmother' })];
  accepted(await recordTurnReports({ actor: staff.nurse, caseId, input: { reports }, now }));
  expect(rulesOf(await standing(caseId))).toContain('untrained-turner');
  const other = { ...newCase(staff), patient: { kind: 'existing' as const, id: patientId } };
  const opened = accepted(await openCase({ actor: staff.surgeon, input: other, now }));
  await reassessDueStandings({ clinicId: null, now });
  const taught = (taughtAt: number) => ({ taughtById: staff.nurse.personId, taughtAt });
  accepted(await save(now + 1, taught(now), 1));
  expect(rulesOf(await standing(caseId))).toContain('untrained-turner');
  accepted(await save(now + 2, taught(now - 7 * DAY_MS), 2));
  expect(rulesOf(await standing(caseId))).not.toContain('untrained-turner');
  const facts = await findCase(pool(), { clinicId: staff.clinicId, caseId });
  const recorded = facts?.facts.caregivers[0]?.trainings.map(({ taughtAt }) => taughtAt);
  expect(recorded).toEqual([null, now, now - 7 * DAY_MS]);
  const { rows } = await pool().query('SELECT reassess_at FROM case_standing WHERE case_id = $1', [
    opened.caseId,
  ]);
  expect(rows[0].reassess_at?.getTime()).toBe(now + 1);
});
