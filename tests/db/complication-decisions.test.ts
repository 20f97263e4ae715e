import { beforeAll, expect, test } from 'vitest';
import { findCase } from '#lib/data/case-facts.ts';
import { newId } from '#lib/data/new-id.ts';
import { pool } from '#lib/data/pool.ts';
import { assess } from '#lib/domain/assess.ts';
import { FIRST_DEFAULTS } from '#lib/domain/protocol/clinic-defaults.ts';
import { latestVersion } from '#lib/domain/protocol/version.ts';
import { startOf } from '#lib/domain/protocol/version-start.ts';
import { HOUR_MS } from '#lib/domain/units.ts';
import { decideComplication } from '#lib/operations/decide-complication.ts';
import { recordComplication } from '#lib/operations/record-complication.ts';
import { recordCourseEvent } from '#lib/operations/record-course-event.ts';
import type { RecordComplicationInput } from '#lib/schemas/complication.ts';
import { readTurnDecision } from '#lib/schemas/turn-decision-preview.ts';
import { compareCases, judgedCase } from '#lib/view/case-comparison.ts';
import { previewTurns } from '#lib/view/turn-decision-preview.ts';
import {
  accepted,
  DAY_MS,
  newComplication,
  type RecordedCase,
  recordCase,
  recordDays,
} from '#tests/factories/recorded-case.ts';
import { type Staff, staffClinic } from '#tests/factories/staffed-clinic.ts';

const now = Date.UTC(2026, 2, 10, 12);

let staff: Staff;
beforeAll(async () => {
  staff = await staffClinic('north', now - 100 * DAY_MS);
});

const factsOf = async ({ caseId }: RecordedCase) => {
  const record = await findCase(pool(), { clinicId: staff.clinicId, caseId });
  if (!record) throw new Error('no case');
  return record.facts;
};

const record = (
  { caseId }: RecordedCase,
  change: Partial<RecordComplicationInput>,
  who: 'nurse' | 'surgeon' = 'nurse',
  at = now,
) => recordComplication({ actor: staff[who], caseId, input: newComplication(change, at), now: at });

test('a hold of one device is a version of the protocol, in the write of the complication', async () => {
  const one = await recordCase(staff, now);
  const [held = '', turned = ''] = one.deviceIds;
  const hold = { course: 'hold', turnDevices: [held], courseReason: 'metal shows' } as const;
  const said = { kind: 'exposure', deviceId: held, ...hold, turnDevices: [...hold.turnDevices] } as const;
  const { id } = accepted(await record(one, { ...said, turnDevices: [held] }));
  const facts = await factsOf(one);
  const version = facts.versions.find((entry) => entry.version === 2);
  expect(version).toMatchObject({ kind: 'hold', reasonCode: 'skin-breakdown', reason: 'metal shows' });
  expect(version?.devices.find(({ deviceId }) => deviceId === held)?.perSession).toEqual([0, 0]);
  expect(version?.devices.find(({ deviceId }) => deviceId === turned)?.perSession).toEqual([100, 100]);
  expect(facts.complications.find((entry) => entry.id === id)?.steps).toMatchObject([
    { kind: 'decided', course: 'hold', version: 2, note: 'metal shows' },
  ]);
  const later = assess(facts, now + DAY_MS).devices;
  expect(later.find(({ deviceId }) => deviceId === held)?.onHold).toBe(true);
  expect(later.find(({ deviceId }) => deviceId === turned)?.onHold).toBe(false);
});

test('slower is less than planned; what is refused leaves neither a complication nor a version', async () => {
  const one = await recordCase(staff, now);
  const slow = { course: 'slow', courseReason: 'skin tight' } as const;
  expect(await record(one, { ...slow, perSession: 100 })).toMatchObject({ reason: { kind: 'not-slower' } });
  expect(await record(one, { ...slow, perSession: 50, turnDevices: [newId()] })).toMatchObject({
    reason: { kind: 'device-not-planned' },
  });
  const untouched = await factsOf(one);
  expect([untouched.complications, untouched.versions.length]).toEqual([[], 1]);
  accepted(await record(one, { ...slow, perSession: 50 }, 'surgeon'));
  const { versions } = await factsOf(one);
  expect(versions.find(({ version }) => version === 2)?.devices[0]?.perSession).toEqual([50, 50]);
});

test('a reversal by a nurse waits for a signature, and by a surgeon holds at once', async () => {
  const reverse = { course: 'reverse', perSession: 100, courseReason: 'skin blanches' } as const;
  const mine = await recordCase(staff, now, { activationDays: 3 });
  await recordDays(staff, mine, [mine.firstDay, mine.firstDay + 1], now);
  accepted(await record(mine, reverse));
  const waiting = await factsOf(mine);
  expect([waiting.versions.length, waiting.proposals.length]).toEqual([1, 1]);
  const { id: complicationId } = accepted(await record(mine, {}));
  const input = { id: newId(), complicationId, turnDevices: [], ...reverse };
  const decide = () => decideComplication({ actor: staff.surgeon, caseId: mine.caseId, input, now });
  accepted(await decide());
  accepted(await decide());
  const { versions } = await factsOf(mine);
  expect(versions.find(({ version }) => version === 3)?.devices[0]?.perSession).toEqual([-100, -100]);
});

test('early removal ends the course once', async () => {
  const one = await recordCase(staff, now);
  const early = { course: 'early-removal', courseReason: 'infection does not settle' } as const;
  accepted(await record(one, early));
  const facts = await factsOf(one);
  expect(facts.events).toMatchObject([
    { kind: 'early-removal-decided', reason: 'infection does not settle' },
  ]);
  expect(assess(facts, now).phase.kind).toBe('consolidation');
  expect(await record(one, early)).toMatchObject({ reason: { kind: 'over-already' } });
});

test('early removal is decided again once turning was resumed after the first', async () => {
  const one = await recordCase(staff, now);
  await recordDays(staff, one, [one.firstDay], now);
  const early = { course: 'early-removal', courseReason: 'infection does not settle' } as const;
  accepted(await record(one, early));
  const at = now + HOUR_MS;
  const said = { id: newId(), day: null, at, reasonCode: 'other' as const, reason: 'it settled after all' };
  const unsaid = { correctsId: null, retracted: false, toldAt: null, toldById: null };
  const input = { ...said, ...unsaid, kind: 'activation-resumed' as const };
  accepted(await recordCourseEvent({ actor: staff.surgeon, caseId: one.caseId, input, now: at }));
  expect(assess(await factsOf(one), at).phase.kind).toBe('activation');
  const again = at + HOUR_MS;
  accepted(await record(one, early, 'nurse', again));
  expect(assess(await factsOf(one), again).phase).toMatchObject({
    kind: 'consolidation',
    earlyRemovalDecidedAt: again,
  });
  expect(await record(one, early, 'nurse', again + 1)).toMatchObject({ reason: { kind: 'over-already' } });
});

test.each([
  ['a hold of one device', { course: 'hold', turnDevices: 'first' }],
  ['a typed slower amount', { course: 'slow', perSession: '1/3' }],
  ['a typed reversal', { course: 'reverse', perSession: '0.5', turnDevices: 'first' }],
  ['early removal', { course: 'early-removal' }],
])('the preview of %s is what is found after saving', async (_what, typed) => {
  const one = await recordCase(staff, now, { activationDays: 3 });
  await recordDays(staff, one, [one.firstDay, one.firstDay + 1], now);
  const { caseId } = one;
  const { id: complicationId } = accepted(await record(one, {}));
  const before = await factsOf(one);
  const form = new FormData();
  for (const [name, value] of Object.entries(typed)) {
    form.append(name, value === 'first' ? (one.deviceIds[0] ?? '') : value);
  }
  const read = readTurnDecision(form);
  if (read.kind !== 'read') throw new Error(read.kind);
  const base = { facts: before, clinic: FIRST_DEFAULTS, maySign: true, now };
  const shown = previewTurns(read.said, base, judgedCase(before, now));
  const input = { id: newId(), complicationId, ...read.said, courseReason: 'skin tight' };
  accepted(await decideComplication({ actor: staff.surgeon, caseId, input, now }));
  const after = await factsOf(one);
  const written = latestVersion(after.versions.slice(before.versions.length));
  const start = written ? startOf(after.zone, written) : now;
  const { chart, ...compared } = compareCases(judgedCase(before, now), after, start);
  expect(shown).toMatchObject({
    preview: { comparison: { ...compared, chart: { panels: chart?.panels, versions: chart?.versions } } },
  });
});

test('the preview of what saving refuses says why, in the same words', async () => {
  const one = await recordCase(staff, now);
  accepted(await record(one, { course: 'early-removal', courseReason: 'infection does not settle' }));
  const facts = await factsOf(one);
  const base = { facts, clinic: FIRST_DEFAULTS, maySign: true, now };
  const said = { course: 'early-removal', turnDevices: [], perSession: null } as const;
  expect(previewTurns(said, base, judgedCase(facts, now))).toEqual({
    kind: 'decision',
    preview: { kind: 'impossible', reasons: [expect.stringMatching(/^Early removal is decided already/)] },
  });
});
