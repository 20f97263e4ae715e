import 'server-only';
import { type Instant, MINUTE_MS } from '#lib/domain/units.ts';
import { newId } from './new-id.ts';
import { pool } from './pool.ts';
import { epochMs, type Queryable, type Statement, timestamp } from './statement.ts';

/** How long a set-up may take from showing the secret to its first code. */
const SET_UP_MS = 30 * MINUTE_MS;

/** A person's second factor. */
export type SecondFactor = {
  sealedSecret: string;
  /** Null: being set up, so signing in does not ask for it yet. */
  confirmedAt: Instant | null;
  recoveryCodesLeft: number;
};

/** The second factor of a person, or null: none, or a set-up that was given up. */
export async function findSecondFactor(
  personId: string,
  now: Instant,
  on: Queryable = pool(),
): Promise<SecondFactor | null> {
  const { rows } = await on.query<Omit<SecondFactor, 'confirmedAt'> & { confirmedAt: string | null }>({
    name: 'find-second-factor',
    text: `SELECT f.sealed_secret AS "sealedSecret", ${epochMs('f.confirmed_at')} AS "confirmedAt",
        (SELECT count(*)::int FROM recovery_code c WHERE c.person_id = f.person_id AND c.used_at IS NULL)
          AS "recoveryCodesLeft"
      FROM second_factor f WHERE f.person_id = $1 AND (f.confirmed_at IS NOT NULL OR f.created_at > $2)`,
    values: [personId, timestamp(now - SET_UP_MS)],
  });
  const row = rows[0];
  return row ? { ...row, confirmedAt: row.confirmedAt === null ? null : Number(row.confirmedAt) } : null;
}

/** Starts a set-up, in place of an earlier one; a second factor that is on stays as it is (no row). */
export function startSecondFactor(personId: string, sealedSecret: string, now: Instant): Statement {
  return {
    name: 'start-second-factor',
    text: `INSERT INTO second_factor AS f (person_id, sealed_secret, created_at) VALUES ($1, $2, $3)
      ON CONFLICT (person_id) DO UPDATE SET sealed_secret = $2, created_at = $3 WHERE f.confirmed_at IS NULL
      RETURNING person_id`,
    values: [personId, sealedSecret, timestamp(now)],
  };
}

/** Turns on the second factor whose secret this is; no row: it is on already, or was set up anew meanwhile. */
export function confirmSecondFactor(
  personId: string,
  { sealedSecret, step }: { sealedSecret: string; step: number },
  now: Instant,
): Statement {
  return {
    name: 'confirm-second-factor',
    text: `UPDATE second_factor SET confirmed_at = $4, last_step = $3
      WHERE person_id = $1 AND sealed_secret = $2 AND confirmed_at IS NULL RETURNING person_id`,
    values: [personId, sealedSecret, step, timestamp(now)],
  };
}

/** The recovery codes of a person, by their hashes. */
export function insertRecoveryCodes(personId: string, codeHashes: readonly string[]): Statement {
  return {
    name: 'insert-recovery-codes',
    text: 'INSERT INTO recovery_code (person_id, code_hash) SELECT $1::uuid, unnest($2::text[])',
    values: [personId, codeHashes],
  };
}

/** Takes the second factor of a person away, recovery codes and all; one row where there was one that was on. */
export function deleteSecondFactor(personId: string): Statement {
  return {
    name: 'delete-second-factor',
    text: `WITH codes AS (DELETE FROM recovery_code WHERE person_id = $1),
      gone AS (DELETE FROM second_factor WHERE person_id = $1 RETURNING person_id, confirmed_at)
      SELECT person_id FROM gone WHERE confirmed_at IS NOT NULL`,
    values: [personId],
  };
}

/** Takes the code of a time step, once however many requests race for it; false: that step or a later one was used. */
export async function takeStep(personId: string, step: number): Promise<boolean> {
  const { rowCount } = await pool().query({
    name: 'take-step',
    text: `UPDATE second_factor SET last_step = $2
      WHERE person_id = $1 AND confirmed_at IS NOT NULL AND last_step < $2`,
    values: [personId, step],
  });
  return rowCount === 1;
}

/** Spends a recovery code, once however many requests race for it, with its audit row; false: there is no such unused code. */
export async function spendRecoveryCode(personId: string, codeHash: string, now: Instant): Promise<boolean> {
  const { rowCount } = await pool().query({
    name: 'spend-recovery-code',
    text: `WITH spent AS (
        UPDATE recovery_code SET used_at = $3::timestamptz WHERE person_id = $1 AND code_hash = $2 AND used_at IS NULL
        RETURNING person_id)
      INSERT INTO audit_event (id, at, event, actor_id, detail)
      SELECT $4::uuid, $3::timestamptz, 'recovery-code.used', person_id, jsonb_build_object('personId', person_id)
      FROM spent`,
    values: [personId, codeHash, timestamp(now), newId()],
  });
  return rowCount === 1;
}
