import 'server-only';
import { type Instant, MINUTE_MS } from '#lib/domain/units.ts';
import { type KnownPerson, stillKnown } from './people.ts';
import { pool } from './pool.ts';
import { epochMs, timestamp } from './statement.ts';

/** How long after the right password the code is awaited. */
export const SIGN_IN_STEP_MS = 5 * MINUTE_MS;

/**
 * Notes that a person gave the right password and shall give a code; steps that are over go. False, and nothing is noted:
 * the account was disabled or got another password meanwhile.
 */
export async function insertSignInStep(
  tokenHash: string,
  { personId, passwordChangedAt }: KnownPerson,
  now: Instant,
): Promise<boolean> {
  const { rowCount } = await pool().query({
    name: 'insert-sign-in-step',
    text: `WITH known AS (${stillKnown('$2', '$5')}), over AS (DELETE FROM sign_in_step WHERE expires_at <= $3)
      INSERT INTO sign_in_step (token_hash, person_id, created_at, expires_at)
      SELECT $1, id, $3::timestamptz, $4::timestamptz FROM known`,
    values: [
      tokenHash,
      personId,
      timestamp(now),
      timestamp(now + SIGN_IN_STEP_MS),
      timestamp(passwordChangedAt),
    ],
  });
  return rowCount === 1;
}

/** The person of whom a code is awaited; null: the step is unknown or over; a disabled account or a new password ends it. */
export async function findSignInStep(tokenHash: string, now: Instant): Promise<string | null> {
  const { rows } = await pool().query<{ personId: string }>({
    name: 'find-sign-in-step',
    text: 'SELECT person_id AS "personId" FROM sign_in_step WHERE token_hash = $1 AND expires_at > $2',
    values: [tokenHash, timestamp(now)],
  });
  return rows[0]?.personId ?? null;
}

/** Ends a step for good, once however many requests race for it, and says whose it was; null when it was over. */
export async function takeSignInStep(tokenHash: string, now: Instant): Promise<KnownPerson | null> {
  const { rows } = await pool().query<{ personId: string; passwordChangedAt: string }>({
    name: 'take-sign-in-step',
    text: `DELETE FROM sign_in_step s USING person p
      WHERE s.token_hash = $1 AND s.expires_at > $2 AND p.id = s.person_id
      RETURNING p.id AS "personId", ${epochMs('p.password_changed_at')} AS "passwordChangedAt"`,
    values: [tokenHash, timestamp(now)],
  });
  const row = rows[0];
  return row ? { ...row, passwordChangedAt: Number(row.passwordChangedAt) } : null;
}
