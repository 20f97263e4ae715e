import 'server-only';
import { HOUR_MS, type Instant } from '#lib/domain/units.ts';
import type { KnownPerson } from './people.ts';
import { pool } from './pool.ts';
import { type Queryable, type Statement, timestamp } from './statement.ts';

/** How long a password link works: over a weekend. */
const LINK_MS = 72 * HOUR_MS;

/** The person for whom a password link still works at `now`. */
export type LinkHolder = { personId: string; name: string; email: string };

/** Whose link this is, or null for one that is unknown, used, too old, or of a disabled account. */
export async function findLinkHolder(
  tokenHash: string,
  now: Instant,
  on: Queryable = pool(),
): Promise<LinkHolder | null> {
  const { rows } = await on.query<LinkHolder>({
    name: 'find-link-holder',
    text: `SELECT p.id AS "personId", p.name, p.email FROM password_link l JOIN person p ON p.id = l.person_id
      WHERE l.token_hash = $1 AND l.used_at IS NULL AND l.expires_at > $2 AND p.disabled_at IS NULL`,
    values: [tokenHash, timestamp(now)],
  });
  return rows[0] ?? null;
}

/** A link for one person, in place of the unused ones he had. */
export function replaceLinks(
  link: { tokenHash: string; personId: string; madeById: string },
  now: Instant,
): Statement[] {
  return [
    voidLinksOf(link.personId, now),
    {
      name: 'insert-password-link',
      text: `INSERT INTO password_link (token_hash, person_id, made_by_id, created_at, expires_at)
        VALUES ($1, $2, $3, $4, $5)`,
      values: [link.tokenHash, link.personId, link.madeById, timestamp(now), timestamp(now + LINK_MS)],
    },
  ];
}

/** Makes every link of a person useless. */
export function voidLinksOf(personId: string, now: Instant): Statement {
  return {
    name: 'void-links-of',
    text: 'UPDATE password_link SET used_at = $2 WHERE person_id = $1 AND used_at IS NULL',
    values: [personId, timestamp(now)],
  };
}

/**
 * Takes a link that still works, once however many requests race for it; null when it does not work. The person is held
 * first, as by whoever sets a password or disables the account, and makes the links of it useless.
 */
export async function takeLink(tokenHash: string, now: Instant, on: Queryable): Promise<string | null> {
  const { rows } = await on.query<{ personId: string }>({
    name: 'take-link',
    text: `WITH holder AS (
        SELECT p.id FROM password_link l JOIN person p ON p.id = l.person_id
        WHERE l.token_hash = $1 AND p.disabled_at IS NULL FOR NO KEY UPDATE OF p)
      UPDATE password_link l SET used_at = $2 FROM holder
      WHERE l.token_hash = $1 AND l.used_at IS NULL AND l.expires_at > $2 AND l.person_id = holder.id
      RETURNING l.person_id AS "personId"`,
    values: [tokenHash, timestamp(now)],
  });
  return rows[0]?.personId ?? null;
}

/** Stores the hash of a new password; sessions that began before `now` no longer count, nor who showed who he is by the old one. */
export function setPasswordHash(personId: string, passwordHash: string, now: Instant): Statement {
  return {
    name: 'set-password-hash',
    text: 'UPDATE person SET password_hash = $2, password_changed_at = $3 WHERE id = $1',
    values: [personId, passwordHash, timestamp(now)],
  };
}

/** As `setPasswordHash`, for who showed who he is by the present password; no row: it is another since, or the account is disabled. */
export function replacePasswordHash(
  { personId, passwordChangedAt }: KnownPerson,
  passwordHash: string,
  now: Instant,
): Statement {
  return {
    name: 'replace-password-hash',
    text: `UPDATE person SET password_hash = $2, password_changed_at = $3
      WHERE id = $1 AND password_changed_at = $4 AND disabled_at IS NULL RETURNING id`,
    values: [personId, passwordHash, timestamp(now), timestamp(passwordChangedAt)],
  };
}
