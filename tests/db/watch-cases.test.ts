import { afterEach, beforeAll, expect, test } from 'vitest';
import { pool } from '#lib/data/pool.ts';
import { revokeSession, switchSessionClinic } from '#lib/data/sessions.ts';
import { countWorklist } from '#lib/data/worklist-counts.ts';
import type { Actor } from '#lib/domain/access/actor.ts';
import type { CaseNews } from '#lib/loaders/tell-watchers.ts';
import { watchCases } from '#lib/loaders/watch-cases.ts';
import { changeRoles } from '#lib/operations/change-roles.ts';
import { closeCase } from '#lib/operations/close-case.ts';
import { openCase } from '#lib/operations/open-case.ts';
import { recordTurnReports } from '#lib/operations/record-turn-reports.ts';
import { openedSession } from '#tests/factories/opened-session.ts';
import {
  accepted,
  DAY_MS,
  newCase,
  newReport,
  type RecordedCase,
  recordCase,
} from '#tests/factories/recorded-case.ts';
import { addColleague, type Staff, staffClinic } from '#tests/factories/staffed-clinic.ts';

const now = Date.now();
let staff: Staff;
let abroad: Staff;
let shown: RecordedCase;
const leaving: (() => void)[] = [];

beforeAll(async () => {
  staff = await staffClinic('north', now - 100 * DAY_MS);
  abroad = await staffClinic('south', now - 100 * DAY_MS);
  shown = await recordCase(staff, now);
});

const everybodyLeaves = () => {
  for (const leave of leaving.splice(0)) leave();
};
afterEach(everybodyLeaves);

type Heard = {
  ids: string[];
  worklist: CaseNews['worklist'] | null;
  seen: string;
  isOver: boolean;
  tokenHash: string;
  leave: () => void;
};

type Looking = { since?: string | null; who?: Actor; lines?: readonly string[] };

/** Somebody of this clinic who looks on from a place in the order of changes, and shows these lines of the worklist. */
async function watch(of: Staff, { since = null, who = of.nurse, lines }: Looking = {}): Promise<Heard> {
  const { personId } = who;
  const { tokenHash } = await openedSession(personId, now);
  const heard: Heard = {
    ids: [],
    worklist: null,
    seen: '',
    isOver: false,
    tokenHash,
    leave: () => undefined,
  };
  heard.leave = await watchCases(of.clinicId, since, {
    tokenHash,
    personId,
    lines: lines ? new Set(lines) : null,
    send: ({ caseIds, worklist }, seen) => {
      heard.seen = seen;
      heard.worklist = worklist ?? heard.worklist;
      if (caseIds === 'many') heard.ids.push('many');
      else heard.ids.push(...caseIds);
    },
    beat: () => undefined,
    end: () => {
      heard.isOver = true;
    },
  });
  leaving.push(heard.leave);
  return heard;
}

let slots = 0;
const turn = async ({ caseId, deviceIds, firstDay }: RecordedCase, of = staff) => {
  slots += 1;
  const report = newReport(deviceIds[slots % 2] ?? '', firstDay, { outcome: 'extra' });
  accepted(await recordTurnReports({ actor: of.nurse, caseId, input: { reports: [report] }, now }));
};

const until = (condition: () => boolean) => expect.poll(condition, { timeout: 8_000 }).toBe(true);

test('a change is told of in its clinic and in no other, whoever makes it', async () => {
  const [here, also, there] = await Promise.all([watch(staff), watch(staff), watch(abroad)]);
  await turn(shown);
  await until(() => here.ids.includes(shown.caseId) && also.ids.includes(shown.caseId));
  const opened = accepted(await openCase({ actor: staff.surgeon, input: newCase(staff), now }));
  await until(() => here.ids.includes(opened.caseId));
  const foreign = await recordCase(abroad, now);
  await until(() => there.ids.includes(foreign.caseId));
  expect(new Set(there.ids)).toEqual(new Set([foreign.caseId]));
  expect(here.ids).not.toContain(foreign.caseId);
});

const linesOf = ({ worklist }: Heard) => (worklist?.rows ?? []).map(({ caseId }) => caseId);

test('a worklist is given its own lines of what changed, as they are now, and the counts of who looks at it', async () => {
  const other = await recordCase(staff, now);
  const both = [shown.caseId, other.caseId];
  const [surgeon, nurse, away, page] = await Promise.all([
    watch(staff, { who: staff.surgeon, lines: both }),
    watch(staff, { lines: both }),
    watch(staff, { lines: [other.caseId] }),
    watch(staff),
  ]);
  await turn(shown);
  // What is told again, because a transaction is open somewhere, comes with its line too.
  await until(() => [surgeon, nurse].every((one) => linesOf(one).includes(shown.caseId)));
  await until(() => [away, page].every(({ ids }) => ids.includes(shown.caseId)));
  expect(linesOf(away)).not.toContain(shown.caseId);
  expect(page.worklist).toBeNull();
  const line = nurse.worklist?.rows.find(({ caseId }) => caseId === shown.caseId);
  expect(line?.lastReport?.at).toBe(now);
  const counts = await countWorklist(staff.clinicId, staff.surgeon.personId);
  expect(surgeon.worklist?.counts).toEqual(counts);
  expect(counts.mine).toBeGreaterThan(0);
  for (const { worklist } of [nurse, away]) expect(worklist?.counts).toEqual({ ...counts, mine: 0 });
});

test('who comes back is given the lines that changed meanwhile, a closed one as one that is open no more', async () => {
  const [first, second] = [await recordCase(staff, now), await recordCase(staff, now)];
  const lines = [first.caseId, second.caseId];
  const before = await watch(staff, { lines });
  before.leave();
  await turn(first);
  const input = { closedAs: 'entered-in-error' as const, reason: null, confirmedName: 'Tester', version: 1 };
  accepted(await closeCase({ actor: staff.surgeon, caseId: second.caseId, input, now }));
  const back = await watch(staff, { since: before.seen, lines });
  expect(back.ids).toEqual(expect.arrayContaining(lines));
  expect(linesOf(back)).toEqual([first.caseId]);
  expect(linesOf(await watch(staff, { since: '999999999999999', lines }))).toEqual([first.caseId]);
});

const MOST_LOOKS = 50;

/**
 * A place from which nothing is told to who comes back at once. A transaction that is open anywhere on the server, in
 * another database too, may have things told again.
 */
async function placeWithoutNews(): Promise<string> {
  for (let looks = 1; ; looks++) {
    everybodyLeaves();
    const { seen } = await watch(staff);
    everybodyLeaves();
    const { ids } = await watch(staff, { since: seen });
    if (ids.length === 0) return seen;
    if (looks === MOST_LOOKS) throw new Error(`told again and again: ${ids.join(', ')}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

test('who comes back is told of what changed meanwhile, a closed case included, and of nothing else', async () => {
  const seen = await placeWithoutNews();
  const quiet = accepted(await openCase({ actor: staff.surgeon, input: newCase(staff), now }));
  const before = (await watch(staff)).seen;
  await turn(shown);
  const input = { closedAs: 'entered-in-error' as const, reason: null, confirmedName: 'Tester', version: 1 };
  const ended = quiet.caseId as RecordedCase['caseId'];
  accepted(await closeCase({ actor: staff.surgeon, caseId: ended, input, now }));
  expect(new Set((await watch(staff, { since: before })).ids)).toEqual(new Set([shown.caseId, ended]));
  expect(new Set((await watch(staff, { since: seen })).ids)).toEqual(new Set([shown.caseId, ended]));
  // What others here are being told of just now would be told again to who joins them.
  everybodyLeaves();
  expect((await watch(staff)).ids).toEqual([]);
  await placeWithoutNews();
  expect((await watch(staff, { since: '999999999999999' })).ids).toEqual(['many']);
});

test('a write that began before and is kept after somebody looked is not left out', async () => {
  const slow = await pool().connect();
  try {
    await slow.query('BEGIN');
    await slow.query('UPDATE case_standing SET urgency = urgency WHERE case_id = $1', [shown.caseId]);
    const early = await watch(staff);
    const other = await recordCase(staff, now);
    await until(() => early.ids.includes(other.caseId));
    const { seen } = early;
    await slow.query('COMMIT');
    await turn(other);
    await until(() => early.ids.includes(shown.caseId));
    expect((await watch(staff, { since: seen })).ids).toContain(shown.caseId);
  } finally {
    slow.release();
  }
});

test('when the connection that listens is cut, again and again, no change is missed', async () => {
  const here = await watch(staff);
  for (let round = 0; round < 20; round++) {
    here.ids.length = 0;
    const [cut] = await Promise.all([
      pool().query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'turnwise-listen' AND datname = current_database()`,
      ),
      turn(shown),
    ]);
    if (round % 5 === 0) expect(cut.rowCount).toBeLessThanOrEqual(1);
    await until(() => here.ids.includes(shown.caseId));
  }
}, 60_000);

test('the telling ends with the session', async () => {
  const [leaver, stayer] = await Promise.all([watch(staff), watch(staff)]);
  await revokeSession(leaver.tokenHash, Date.now());
  const { caseId } = await recordCase(staff, now);
  await until(() => stayer.ids.includes(caseId) && leaver.isOver);
  expect(leaver.ids).not.toContain(caseId);
});

test('who was taken out of the clinic in which he worked is told of the one to which his pages lead', async () => {
  const both = await addColleague(
    staff.administrator,
    { email: 'both@north.example', roles: ['surgeon'] },
    now,
  );
  await addColleague(abroad.administrator, { email: 'both@north.example', roles: ['surgeon'] }, now);
  const hears = await watch(abroad, { who: both });
  await switchSessionClinic(hears.tokenHash, staff.clinicId);
  const input = { personId: both.personId, roles: [], before: ['surgeon'] as const };
  accepted(await changeRoles({ actor: staff.administrator, input, now }));
  const { caseId } = await recordCase(abroad, now);
  await until(() => hears.ids.includes(caseId) || hears.isOver);
  expect(hears.isOver).toBe(false);
});

test('a write wakes who listens, by itself', async () => {
  const listener = await pool().connect();
  let woken = 0;
  listener.on('notification', () => {
    woken += 1;
  });
  await listener.query('LISTEN turnwise_change');
  await turn(shown);
  await until(() => woken > 0);
  await listener.query('UNLISTEN *');
  listener.release();
});
