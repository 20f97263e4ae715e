import { expect, test } from 'vitest';
import { newId } from '#lib/data/new-id.ts';
import { pool } from '#lib/data/pool.ts';
import { SIGNS } from '#lib/domain/complication/complication.ts';
import { DAY_MS, recordCase } from '#tests/factories/recorded-case.ts';
import { staffClinic } from '#tests/factories/staffed-clinic.ts';

const now = Date.UTC(2026, 2, 10, 12);

test('the warning signs stand in the database once, and are those of the program', async () => {
  const { rows } = await pool().query<{ are: boolean; one: boolean; lists: number }>(
    `SELECT are_signs($1) AS are, are_signs(ARRAY['cough']) AS one,
      (SELECT count(*) FROM pg_constraint WHERE pg_get_constraintdef(oid) LIKE '%bulging-fontanelle%')::int AS lists`,
    [SIGNS],
  );
  expect(rows[0]).toEqual({ are: true, one: false, lists: 0 });
  const { rows: more } = await pool().query<{ source: string }>(
    "SELECT pg_get_functiondef('are_signs(text[])'::regprocedure) AS source",
  );
  const named = more[0]?.source.match(/'[a-z-]+'/g)?.map((sign) => sign.slice(1, -1));
  expect(new Set(named)).toEqual(new Set(SIGNS));
});

test('a caregiver is not changed in what they were taught without a record of it', async () => {
  const north = await staffClinic('north', now - 100 * DAY_MS);
  const { patientId } = await recordCase(north, now);
  const id = newId();
  const columns = 'id, clinic_id, patient_id, name, relation, language, version, created_at';
  const add = `INSERT INTO caregiver (${columns}) VALUES ($1, $2, $3, 'Eva', 'aunt', 'en', 1, $4)`;
  const adding = pool().query(add, [id, north.clinicId, patientId, new Date(now)]);
  await expect(adding).rejects.toMatchObject({ constraint: 'caregiver_training_recorded' });
});
