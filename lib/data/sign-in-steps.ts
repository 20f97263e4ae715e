import 'server-only';
import { type Instant, MINUTE_MS } from '#lib/domain/units.ts';
import { pool } from './pool.ts';
import { timestamp } from './statement.ts';

/** How long after the right password the code is awaited. */
export const SIGN_IN_STEP_MS = 5 * MINUTE_MS;

/** Notes that a person gave the right password and shall give a code; steps that are over go. */
export async function insertSignInStep(tokenHash: string, personId: string, now: Instant): Promise<void> {
  await pool().query({
    name: 'insert-sign-in-step',
    text: `WITH over AS (DELETE FROM sign_in_step WHERE expires_at <= $3)
      INSERT INTO sign_in_step (token_hash, person_id, created_at, expires_at) VALUES ($1, $2, $3, $4)`,
    values: [tokenHash, personId, timestamp(now), timestamp(now + SIGN_IN_STEP_MS)],
  });
}

const AWAITED = `s.token_hash = $1 AND s.expires_at > $2 AND p.id = s.person_id
  AND p.disabled_at IS NULL AND p.password_changed_at <= s.created_at`;

/** The person of whom a code is awaited; null: the step is unknown, over, or the account was disabled or got a new password. */
export async function findSignInStep(tokenHash: string, now: Instant): Promise<string | null> {
  const { rows } = await pool().query<{ personId: string }>({
    name: 'find-sign-in-step',
    text: `SELECT s.person_id AS "personId" FROM sign_in_step s, person p WHERE ${AWAITED}`,
    values: [tokenHash, timestamp(now)],
  });
  return rows[0]?.personId ?? null;
}

/** Ends a step for good, once however many requests race for it; false when it was over. */
export async function takeSignInStep(tokenHash: string, now: Instant): Promise<boolean> {
  const { rowCount } = await pool().query({
    name: 'take-sign-in-step',
    text: `DELETE FROM sign_in_step s USING person p WHERE ${AWAITED}`,
    values: [tokenHash, timestamp(now)],
  });
  return rowCount === 1;
}
