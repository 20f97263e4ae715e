import type { Instant } from '#lib/domain/units.ts';

/** Why a session no longer counts. */
export type SessionEnd = 'signed-out' | 'idle' | 'expired' | 'disabled' | 'password-changed';

type SessionTimes = {
  createdAt: Instant;
  lastSeenAt: Instant;
  /** When it ends at the latest, however busy it is. */
  expiresAt: Instant;
  revokedAt: Instant | null;
  personDisabledAt: Instant | null;
  passwordChangedAt: Instant;
};

/** Why this session is over at `now`, or null while it counts. A limit is reached at its very instant (>=). */
export function sessionEnd(times: SessionTimes, idleMs: number, now: Instant): SessionEnd | null {
  if (times.personDisabledAt !== null) return 'disabled';
  if (times.createdAt < times.passwordChangedAt) return 'password-changed';
  if (times.revokedAt !== null) return 'signed-out';
  if (now >= times.expiresAt) return 'expired';
  if (now - times.lastSeenAt >= idleMs) return 'idle';
  return null;
}
