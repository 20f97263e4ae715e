import { beforeAll, expect, test } from 'vitest';
import { newId } from '#lib/data/new-id.ts';
import { pool } from '#lib/data/pool.ts';
import { listWorklist, type WorklistScope } from '#lib/data/worklist.ts';
import { countWorklist } from '#lib/data/worklist-counts.ts';
import type { AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import { decideFlag } from '#lib/operations/decide-flag.ts';
import { openCase } from '#lib/operations/open-case.ts';
import { placeDevice } from '#lib/operations/place-device.ts';
import { reassessDueStandings } from '#lib/operations/reassess-due-standings.ts';
import {
  accepted,
  DAY_MS,
  decisionOn,
  newCase,
  newDevice,
  recordCase,
} from '#tests/factories/recorded-case.ts';
import { addColleague, type Staff, staffClinic } from '#tests/factories/staffed-clinic.ts';

const now = Date.UTC(2026, 2, 10, 12);
let staff: Staff;
let abroad: Staff;
const cases: Record<'silent' | 'fresh' | 'planned', string> = { silent: '', fresh: '', planned: '' };

beforeAll(async () => {
  staff = await staffClinic('north', now - 100 * DAY_MS);
  abroad = await staffClinic('south', now - 100 * DAY_MS);
  const colleague = await addColleague(
    staff.administrator,
    { email: 'second@north.example', roles: ['surgeon'] },
    now - 99 * DAY_MS,
  );
  const silent = newCase(staff, { familyName: 'Åström Ñandú', mrn: 'QX-100%' });
  cases.silent = (await recordCase(staff, now, { input: silent, activationDays: 20 })).caseId;
  const fresh = newCase(staff, { familyName: 'Berg', mrn: 'QX-200' });
  cases.fresh = (await recordCase(staff, now, { input: fresh, activationDays: -1 })).caseId;
  const planned = { ...newCase(staff, { familyName: 'Carr', mrn: 'QX-300' }), surgeonId: colleague.personId };
  cases.planned = accepted(await openCase({ actor: staff.nurse, input: planned, now })).caseId;
  const device = { id: newId(), ...newDevice('L', now), lot: 'Lot_77' };
  const caseId = cases.planned as AuthorizedCaseId;
  accepted(await placeDevice({ actor: staff.nurse, caseId, input: device, now }));
  await recordCase(abroad, now, { input: newCase(abroad, { familyName: 'Åström', mrn: 'QX-100%' }) });
  await reassessDueStandings({ clinicId: null, now });
});

const scope = (change: Partial<WorklistScope> = {}): WorklistScope => ({
  clinicId: staff.clinicId,
  personId: null,
  phase: null,
  level: null,
  rule: null,
  words: '',
  page: 1,
  pageSize: 50,
  ...change,
});

const found = async (change: Partial<WorklistScope>) => {
  const { cases: rows, matching } = await listWorklist(scope(change));
  expect(matching).toBe(rows.length);
  return rows.map(({ patient }) => patient.familyName).sort();
};

test('the open cases of the clinic, worst first, a page at a time', async () => {
  const { cases: all, matching } = await listWorklist(scope());
  expect(matching).toBeNull();
  expect(all).toHaveLength(3);
  expect(all[0]).toMatchObject({
    caseId: cases.silent,
    zone: 'Europe/Zurich',
    patient: { familyName: 'Åström Ñandú', givenName: 'Ann', mrn: 'QX-100%', bornDay: 20_000, sex: 'female' },
    assessment: { phase: { kind: 'latency' } },
  });
  const pages = await Promise.all([1, 2, 3, 4].map((page) => listWorklist(scope({ page, pageSize: 1 }))));
  expect(pages.flatMap((page) => page.cases)).toEqual(all);
});

test('the filters narrow it, alone and together, and the counts beside them agree', async () => {
  const counts = await countWorklist(staff.clinicId, staff.surgeon.personId);
  expect(counts).toMatchObject({ all: 3, mine: 2, phases: { latency: 2, planning: 1 } });
  expect(await found({ personId: staff.surgeon.personId })).toEqual(['Berg', 'Åström Ñandú']);
  expect(await found({ phase: 'planning' })).toEqual(['Carr']);
  for (const [rule, count] of Object.entries(counts.rules)) expect(await found({ rule })).toHaveLength(count);
  for (const level of ['act-now', 'look-today', 'information'] as const) {
    expect(await found({ level })).toHaveLength(counts.levels[level] ?? 0);
  }
  expect(await found({ rule: 'missed-slots', personId: staff.surgeon.personId, words: 'ast' })).toEqual([
    'Åström Ñandú',
  ]);
  expect(await found({ rule: 'no-such-rule' })).toEqual([]);
});

test('a list of one’s own has the cases with an open flag that was given to that person, until it is acknowledged', async () => {
  const { personId } = staff.nurse;
  const mine = async () => [await found({ personId }), (await countWorklist(staff.clinicId, personId)).mine];
  expect(await mine()).toEqual([[], 0]);
  const caseId = cases.silent as AuthorizedCaseId;
  const decide = async (change: Parameters<typeof decisionOn>[1], at: number) => {
    const { cases: rows } = await listWorklist(scope());
    const flag = rows.find((row) => row.caseId === caseId)?.assessment.top ?? undefined;
    accepted(await decideFlag({ actor: staff.surgeon, caseId, input: decisionOn(flag, change), now: at }));
  };
  await decide({ kind: 'assigned', assigneeId: personId }, now);
  expect(await mine()).toEqual([['Åström Ñandú'], 1]);
  await decide({}, now + 1);
  expect(await mine()).toEqual([[], 0]);
});

test('words begin words of the name, the number or a lot; nothing that is typed is a pattern', async () => {
  expect(await found({ words: 'ASTROM' })).toEqual(['Åström Ñandú']);
  expect(await found({ words: 'ann nandu qx-1' })).toEqual(['Åström Ñandú']);
  expect(await found({ words: 'strom' })).toEqual([]);
  expect(await found({ words: 'qx-' })).toHaveLength(3);
  expect(await found({ words: 'lot_7' })).toEqual(['Carr']);
  expect(await found({ words: 'lot_7 carr' })).toEqual(['Carr']);
  expect(await found({ words: 'lotx7' })).toEqual([]);
  expect(await found({ words: '100%' })).toEqual([]);
  expect(await found({ words: 'qx-100%' })).toEqual(['Åström Ñandú']);
  expect(await found({ words: '_' })).toEqual([]);
  expect(await found({ words: 'a\u0000 \ud800' })).toHaveLength(3);
  expect(await found({ words: "' OR 1=1 --" })).toEqual([]);
});

test('a page is read off its index in order, without a sort', async () => {
  const client = await pool().connect();
  try {
    await client.query('BEGIN');
    await client.query('SET LOCAL enable_seqscan = off');
    await client.query('SET LOCAL enable_bitmapscan = off');
    const plan = await client.query(
      `EXPLAIN SELECT case_id FROM case_standing WHERE clinic_id = $1
       ORDER BY urgency DESC, since_day, since_slot, case_id LIMIT 50`,
      [staff.clinicId],
    );
    const text = plan.rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(text).toContain('case_standing_worst_first_idx');
    expect(text).not.toContain('Sort');
    await client.query('ROLLBACK');
  } finally {
    client.release();
  }
});
