import { newToken } from '#lib/auth/token.ts';
import { pool } from '#lib/data/pool.ts';
import { insertSession } from '#lib/data/sessions.ts';
import { HOUR_MS, type Instant } from '#lib/domain/units.ts';

/** A session of a person as signing in opens it: twelve hours from `createdAt`, with the password as it is. */
export async function openedSession(
  personId: string,
  createdAt: Instant,
): Promise<{ token: string; tokenHash: string; cookie: string }> {
  const { token, tokenHash } = newToken();
  const passwordChangedAt = await passwordChangeOf(personId);
  const session = { tokenHash, personId, passwordChangedAt, createdAt, expiresAt: createdAt + 12 * HOUR_MS };
  if (!(await insertSession(session))) throw new Error('The account is disabled.');
  return { token, tokenHash, cookie: `turnwise-session=${token}` };
}

/** When a person got the password that he has. */
export async function passwordChangeOf(personId: string): Promise<Instant> {
  const { rows } = await pool().query<{ at: Date }>(
    'SELECT password_changed_at AS at FROM person WHERE id = $1',
    [personId],
  );
  return rows[0]?.at.getTime() ?? 0;
}
