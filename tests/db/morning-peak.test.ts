import { expect, test } from 'vitest';
import { pool } from '#lib/data/pool.ts';
import { reassessDueStandings } from '#lib/operations/reassess-due-standings.ts';
import { rebuildStandings } from '#lib/operations/rebuild-standings.ts';
import { multiplyCases } from '#tests/bench/multiply-cases.ts';
import { DAY_MS, recordCase } from '#tests/factories/recorded-case.ts';
import { staffClinic } from '#tests/factories/staffed-clinic.ts';

const now = Date.UTC(2026, 2, 10, 12);

test('many cases that are due at once are judged anew once each, whoever asks at the same time', async () => {
  const staff = await staffClinic('north', now - 100 * DAY_MS);
  const { caseId } = await recordCase(staff, now);
  await multiplyCases([caseId], { copies: 399 });
  expect(await rebuildStandings(now)).toBe(400);
  const judgement = () =>
    pool()
      .query('SELECT s::text AS row FROM case_standing s ORDER BY case_id')
      .then(({ rows }) => rows);
  const before = await judgement();
  for (let round = 0; round < 3; round++) {
    await pool().query('UPDATE case_standing SET reassess_at = $1', [new Date(now)]);
    const ask = (clinicId: string | null) => reassessDueStandings({ clinicId, now });
    const counts = await Promise.all([ask(null), ask(staff.clinicId), ask(null), ask(staff.clinicId)]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(400);
    expect(await judgement()).toEqual(before);
  }
});
