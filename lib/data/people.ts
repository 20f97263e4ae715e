import 'server-only';
import type { Role } from '#lib/domain/access/actor.ts';
import type { ClinicPerson } from '#lib/domain/access/clinic-people.ts';
import type { Instant } from '#lib/domain/units.ts';
import { pool } from './pool.ts';
import { epochMs, type Queryable, type Statement, timestamp } from './statement.ts';

type Moments = 'disabledAt' | 'linkExpiresAt' | 'lastSeenAt';
type ClinicPersonRow = Omit<ClinicPerson, Moments> & Record<Moments, string | null>;

const toInstant = (ms: string | null): Instant | null => (ms === null ? null : Number(ms));

/** The people of a clinic by name. `now` decides which password links still work. */
export async function listClinicPeople(
  clinicId: string,
  now: Instant,
  on: Queryable = pool(),
): Promise<ClinicPerson[]> {
  const { rows } = await on.query<ClinicPersonRow>({
    name: 'list-clinic-people',
    text: `SELECT p.id, p.name, p.email, m.roles, ${epochMs('p.disabled_at')} AS "disabledAt",
        p.password_hash IS NOT NULL AS "hasPassword",
        EXISTS (SELECT FROM second_factor f WHERE f.person_id = p.id AND f.confirmed_at IS NOT NULL)
          AS "hasSecondFactor",
        (SELECT ${epochMs('max(l.expires_at)')} FROM password_link l
          WHERE l.person_id = p.id AND l.used_at IS NULL AND l.expires_at > $2) AS "linkExpiresAt",
        (SELECT ${epochMs('max(s.last_seen_at)')} FROM session s WHERE s.person_id = p.id) AS "lastSeenAt",
        EXISTS (SELECT FROM membership o WHERE o.person_id = p.id AND o.clinic_id <> $1) AS "worksElsewhere"
      FROM (SELECT person_id, array_agg(role ORDER BY role) AS roles FROM membership
            WHERE clinic_id = $1 GROUP BY person_id) m
      JOIN person p ON p.id = m.person_id
      ORDER BY p.name, p.id`,
    values: [clinicId, timestamp(now)],
  });
  return rows.map((row) => ({
    ...row,
    disabledAt: toInstant(row.disabledAt),
    linkExpiresAt: toInstant(row.linkExpiresAt),
    lastSeenAt: toInstant(row.lastSeenAt),
  }));
}

/** Somebody who has shown who he is, while this password stood: under a later one it counts no more. */
export type KnownPerson = { personId: string; passwordChangedAt: Instant };

/** What signing in needs to know of an account. `passwordHash` is null until a password was set. */
export type Account = KnownPerson & { passwordHash: string | null; isDisabled: boolean };

/** The account of an e-mail address in lower case, or null. */
export async function findAccount(email: string, on: Queryable = pool()): Promise<Account | null> {
  const { rows } = await on.query<Omit<Account, 'passwordChangedAt'> & { passwordChangedAt: string }>({
    name: 'find-account',
    text: `SELECT id AS "personId", password_hash AS "passwordHash", disabled_at IS NOT NULL AS "isDisabled",
        ${epochMs('password_changed_at')} AS "passwordChangedAt"
      FROM person WHERE email = $1`,
    values: [email],
  });
  const row = rows[0];
  return row ? { ...row, passwordChangedAt: Number(row.passwordChangedAt) } : null;
}

/**
 * SQL for the id of a person who is enabled and has the password that stood at the given moment; both are placeholders.
 * His row is held, so that a new password or the end of the account comes before what the statement writes, or after it
 * and undoes it.
 */
export function stillKnown(personId: string, passwordChangedAt: string): string {
  return `SELECT id FROM person WHERE id = ${personId} AND password_changed_at = ${passwordChangedAt}::timestamptz
      AND disabled_at IS NULL FOR SHARE`;
}

/** Holds a clinic's people still until the transaction ends; its cases can be written meanwhile. */
export function lockClinicPeople(clinicId: string): Statement {
  return {
    name: 'lock-clinic-people',
    text: 'SELECT FROM clinic WHERE id = $1 FOR NO KEY UPDATE',
    values: [clinicId],
  };
}

/** A new account, without a password. */
export function insertPerson(
  person: { id: string; email: string; name: string; passwordHash: string | null },
  now: Instant,
): Statement {
  return {
    name: 'insert-person',
    text: `INSERT INTO person (id, email, name, password_hash, password_changed_at, created_at)
      VALUES ($1, $2, $3, $4, $5, $5)`,
    values: [person.id, person.email, person.name, person.passwordHash, timestamp(now)],
  };
}

/** Makes exactly these the roles of a person in a clinic. */
export function replaceRoles(
  personId: string,
  clinicId: string,
  roles: readonly Role[],
  now: Instant,
): Statement[] {
  return [
    {
      name: 'delete-roles',
      text: 'DELETE FROM membership WHERE person_id = $1 AND clinic_id = $2 AND role <> ALL ($3)',
      values: [personId, clinicId, roles],
    },
    {
      name: 'insert-roles',
      text: `INSERT INTO membership (person_id, clinic_id, role, created_at)
        SELECT $1::uuid, $2::uuid, role, $4::timestamptz FROM unnest($3::text[]) AS role ON CONFLICT DO NOTHING`,
      values: [personId, clinicId, roles, timestamp(now)],
    },
  ];
}

/** Disables an account from `at`, or enables it again with null. */
export function setDisabled(personId: string, at: Instant | null): Statement {
  return {
    name: 'set-disabled',
    text: 'UPDATE person SET disabled_at = $2 WHERE id = $1',
    values: [personId, timestamp(at)],
  };
}

/** Ends every session of a person, and every sign-in that waits for a code. */
export function revokeSessionsOf(personId: string, now: Instant): Statement {
  return {
    name: 'revoke-sessions-of',
    text: `WITH awaited AS (DELETE FROM sign_in_step WHERE person_id = $1)
      UPDATE session SET revoked_at = $2 WHERE person_id = $1 AND revoked_at IS NULL`,
    values: [personId, timestamp(now)],
  };
}
