import 'server-only';
import type { Role } from '#lib/domain/access/actor.ts';
import type { Instant } from '#lib/domain/units.ts';
import { newId } from './new-id.ts';
import { type KnownPerson, stillKnown } from './people.ts';
import { pool } from './pool.ts';

/** A clinic a person works in, and as what. */
export type ClinicMembership = {
  id: string;
  slug: string;
  name: string;
  zone: string;
  phone: string | null;
  roles: Role[];
};

/** A session with its person and the clinics that person works in, whether or not it still counts. */
export type SessionRow = {
  tokenHash: string;
  personId: string;
  personName: string;
  email: string;
  personDisabledAt: Instant | null;
  passwordChangedAt: Instant;
  createdAt: Instant;
  lastSeenAt: Instant;
  expiresAt: Instant;
  revokedAt: Instant | null;
  activeClinicId: string | null;
  /** By name. */
  clinics: ClinicMembership[];
};

const SESSION = `SELECT s.token_hash AS "tokenHash", s.person_id AS "personId", p.name AS "personName", p.email,
      p.disabled_at AS "personDisabledAt", p.password_changed_at AS "passwordChangedAt",
      s.created_at AS "createdAt", s.last_seen_at AS "lastSeenAt", s.expires_at AS "expiresAt",
      s.revoked_at AS "revokedAt", s.active_clinic_id AS "activeClinicId", (
        SELECT coalesce(json_agg(json_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'zone', c.zone,
          'phone', c.phone, 'roles', m.roles) ORDER BY c.name), '[]')
        FROM (SELECT clinic_id, array_agg(role ORDER BY role) AS roles FROM membership
              WHERE person_id = s.person_id GROUP BY clinic_id) m
        JOIN clinic c ON c.id = m.clinic_id) AS clinics
    FROM session s JOIN person p ON p.id = s.person_id`;

const FIND_SESSION = { name: 'find-session', text: `${SESSION} WHERE s.token_hash = $1` };
const FIND_SESSIONS = { name: 'find-sessions', text: `${SESSION} WHERE s.token_hash = ANY($1::text[])` };

type Moments = 'passwordChangedAt' | 'createdAt' | 'lastSeenAt' | 'expiresAt';
type FoundSession = Omit<SessionRow, Moments | 'personDisabledAt' | 'revokedAt'> &
  Record<Moments, Date> &
  Record<'personDisabledAt' | 'revokedAt', Date | null>;

/** The session of a token's hash, with all that a request needs to know of it, in one indexed query. */
export async function findSession(tokenHash: string): Promise<SessionRow | null> {
  const { rows } = await pool().query<FoundSession>({ ...FIND_SESSION, values: [tokenHash] });
  return rows[0] ? toSession(rows[0]) : null;
}

/** As `findSession`, of many at once; those that are not on record are left out. */
export async function findSessions(tokenHashes: readonly string[]): Promise<SessionRow[]> {
  const { rows } = await pool().query<FoundSession>({ ...FIND_SESSIONS, values: [tokenHashes] });
  return rows.map(toSession);
}

function toSession(row: FoundSession): SessionRow {
  return {
    ...row,
    personDisabledAt: row.personDisabledAt?.getTime() ?? null,
    passwordChangedAt: row.passwordChangedAt.getTime(),
    createdAt: row.createdAt.getTime(),
    lastSeenAt: row.lastSeenAt.getTime(),
    expiresAt: row.expiresAt.getTime(),
    revokedAt: row.revokedAt?.getTime() ?? null,
  };
}

/**
 * Opens a session in the clinic its person used last, with its audit row. False, and nothing is opened: the account was
 * disabled or got another password since he showed who he is.
 */
export async function insertSession(
  session: KnownPerson & { tokenHash: string; createdAt: Instant; expiresAt: Instant },
): Promise<boolean> {
  const { rowCount } = await pool().query({
    name: 'insert-session',
    text: `WITH known AS (${stillKnown('$2', '$6')}), home AS (
        SELECT m.clinic_id FROM membership m LEFT JOIN session s
          ON s.person_id = m.person_id AND s.active_clinic_id = m.clinic_id
        WHERE m.person_id = $2 GROUP BY m.clinic_id ORDER BY max(s.last_seen_at) DESC NULLS LAST, m.clinic_id LIMIT 1
      ), opened AS (
        INSERT INTO session (token_hash, person_id, active_clinic_id, created_at, last_seen_at, expires_at)
        SELECT $1, id, (SELECT clinic_id FROM home), $3::timestamptz, $3::timestamptz, $4::timestamptz FROM known
        RETURNING person_id, active_clinic_id)
      INSERT INTO audit_event (id, at, event, clinic_id, actor_id, detail)
      SELECT $5::uuid, $3::timestamptz, 'session.started', active_clinic_id, person_id, '{}'::jsonb FROM opened`,
    values: [
      session.tokenHash,
      session.personId,
      new Date(session.createdAt),
      new Date(session.expiresAt),
      newId(),
      new Date(session.passwordChangedAt),
    ],
  });
  return rowCount === 1;
}

/** Notes that a session is in use: at most one write a minute. */
export async function touchSession(tokenHash: string, now: Instant): Promise<void> {
  await pool().query({
    name: 'touch-session',
    text: `UPDATE session SET last_seen_at = $2::timestamptz WHERE token_hash = $1 AND last_seen_at <= $2::timestamptz - interval '1 minute'`,
    values: [tokenHash, new Date(now)],
  });
}

/** Ends a session, with its audit row; one that is over already stays as it is. */
export async function revokeSession(tokenHash: string, now: Instant): Promise<void> {
  await pool().query({
    name: 'revoke-session',
    text: `WITH ended AS (
        UPDATE session SET revoked_at = $2::timestamptz WHERE token_hash = $1 AND revoked_at IS NULL
        RETURNING person_id, active_clinic_id)
      INSERT INTO audit_event (id, at, event, clinic_id, actor_id, detail)
      SELECT $3::uuid, $2::timestamptz, 'session.ended', active_clinic_id, person_id, '{}'::jsonb FROM ended`,
    values: [tokenHash, new Date(now), newId()],
  });
}

/** Makes another clinic of the same person the active one; false when he does not work there. */
export async function switchSessionClinic(tokenHash: string, clinicId: string): Promise<boolean> {
  const { rowCount } = await pool().query(
    `UPDATE session s SET active_clinic_id = $2 WHERE token_hash = $1
      AND EXISTS (SELECT FROM membership m WHERE m.person_id = s.person_id AND m.clinic_id = $2)`,
    [tokenHash, clinicId],
  );
  return rowCount === 1;
}
