import { beforeEach, expect, test } from 'vitest';
import { findCase } from '#lib/data/case-facts.ts';
import { findClinicSettings } from '#lib/data/clinic-settings.ts';
import { newId } from '#lib/data/new-id.ts';
import { pool } from '#lib/data/pool.ts';
import { type ClinicDefaults, FIRST_DEFAULTS } from '#lib/domain/protocol/clinic-defaults.ts';
import { changeClinicSettings } from '#lib/operations/change-clinic-settings.ts';
import { publishProtocolVersion } from '#lib/operations/publish-protocol-version.ts';
import { rebuildStandings } from '#lib/operations/rebuild-standings.ts';
import { amendmentBases } from '#lib/view/amendment-base.ts';
import { protocolDraft } from '#lib/view/protocol-form.ts';
import { DAY_MS, newVersion, recordCase } from '#tests/factories/recorded-case.ts';
import { type Staff, staffClinic } from '#tests/factories/staffed-clinic.ts';
import { useDatabase } from '#tests/setup/database.ts';

const database = useDatabase();
const now = Date.UTC(2026, 2, 10, 12);
let staff: Staff;

beforeEach(async () => {
  await database.reset();
  staff = await staffClinic('north', now - 100 * DAY_MS);
});

const STRICT: ClinicDefaults = {
  ...FIRST_DEFAULTS,
  tolerances: { ...FIRST_DEFAULTS.tolerances, behindUm: 0, silenceMin: 1, missedSlots: 1, eventDays: 0 },
  contactDays: 1,
  missedTurnRule: { en: 'Stop until you are seen.', es: 'Pare hasta que le vean.' },
  bands: { 'posterior-cranial-vault': { leastUmPerDay: 700, mostUmPerDay: 900 } },
};
const change = (
  defaults: ClinicDefaults,
  { actor = staff.administrator, version = 1, phone = '+41 1' } = {},
) => changeClinicSettings({ actor, input: { version, phone, defaults }, now });
const settings = () => findClinicSettings(pool(), staff.clinicId);
const trail = async () =>
  (await pool().query(`SELECT actor_id, detail FROM audit_event WHERE event = 'clinic.changed'`)).rows;

test.each(['surgeon', 'nurse', 'scheduler'] as const)('a %s sets nothing', async (role) => {
  expect(await change(STRICT, { actor: staff[role] })).toMatchObject({
    ok: false,
    reason: { kind: 'not-allowed' },
  });
  expect(await settings()).toEqual({ phone: null, defaults: FIRST_DEFAULTS, version: 1 });
  expect(await trail()).toEqual([]);
});

test('of two administrators at once one saves, the other is shown what the first wrote; a retry is the first', async () => {
  const lax = { ...FIRST_DEFAULTS, contactDays: 14 };
  const answers = await Promise.all([change(STRICT), change(lax)]);
  const saved = await settings();
  expect(answers.filter(({ ok }) => ok)).toEqual([{ ok: true, value: { version: 2 } }]);
  expect(answers.find(({ ok }) => !ok)).toEqual({
    ok: false,
    reason: { kind: 'stale', theirs: saved, last: { by: 'Ada Head', at: now } },
  });
  expect(await change(saved?.defaults ?? lax)).toEqual({ ok: true, value: { version: 2 } });
  expect(await trail()).toHaveLength(1);
});

test('the trail names every setting that changed, with what it was, a band that went away too', async () => {
  await change({ ...FIRST_DEFAULTS, contactDays: 10, bands: {} });
  const band = 'defaults.bands.posterior-cranial-vault';
  expect(await trail()).toEqual([
    {
      actor_id: staff.administrator.personId,
      detail: {
        id: staff.clinicId,
        version: 2,
        changes: {
          phone: [null, '+41 1'],
          'defaults.contactDays': [7, 10],
          [`${band}.leastUmPerDay`]: [500, null],
          [`${band}.mostUmPerDay`]: [2000, null],
        },
      },
    },
  ]);
});

test('a changed default changes no protocol that runs and nothing that is judged, only what comes next', async () => {
  const { caseId, deviceIds, firstDay } = await recordCase(staff, now);
  const standings = async () =>
    (await pool().query('SELECT to_jsonb(s) AS standing FROM case_standing s ORDER BY case_id')).rows;
  await rebuildStandings(now);
  const [before, judged] = [await findCase(pool(), { clinicId: staff.clinicId, caseId }), await standings()];
  expect((await change(STRICT)).ok).toBe(true);
  await rebuildStandings(now);
  const after = await findCase(pool(), { clinicId: staff.clinicId, caseId });
  expect(after?.facts).toEqual(before?.facts);
  expect(await standings()).toEqual(judged);
  if (!after) throw new Error('no case');
  const [base = null] = amendmentBases(after.facts, 'change', now);
  const draft = protocolDraft(after.facts, after.header.clinicDefaults, {
    kind: 'change',
    deviceId: null,
    base,
  });
  expect([draft.values.contactDays, draft.defaults.contactDays]).toEqual(['7', '1']);
  const input = newVersion(deviceIds, firstDay + 4, { id: newId(), seenVersion: 1 });
  const published = await publishProtocolVersion({ actor: staff.nurse, caseId, input, now });
  expect(published).toMatchObject({ ok: true, value: { pending: true } });
});

test('when a removal is overdue is the clinic’s own rule: changed, every open case is judged anew', async () => {
  await recordCase(staff, now);
  const due = async () =>
    (
      await pool().query('SELECT count(*)::int AS n FROM case_standing WHERE reassess_at <= $1', [
        new Date(now),
      ])
    ).rows[0].n;
  await rebuildStandings(now);
  expect(await due()).toBe(0);
  await change({ ...FIRST_DEFAULTS, contactDays: 3 });
  expect(await due()).toBe(0);
  await change({ ...FIRST_DEFAULTS, contactDays: 3, overdueRemovalDays: 5 }, { version: 2 });
  expect(await due()).toBe(1);
});

test('the database refuses settings that skip a version', async () => {
  const refusal = pool()
    .query(`UPDATE clinic SET phone = 'x'`)
    .then(
      () => 'done',
      (error: { code: string }) => error.code,
    );
  expect(await refusal).toBe('23514');
});
