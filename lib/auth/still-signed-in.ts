import 'server-only';
import { now } from '#lib/clock.ts';
import { findSessions } from '#lib/data/sessions.ts';
import { activeClinic } from '#lib/domain/access/active-clinic.ts';
import { type Action, can } from '#lib/domain/access/can.ts';
import { sessionEnd } from '#lib/domain/access/session-end.ts';
import { MINUTE_MS } from '#lib/domain/units.ts';
import { environment } from '#lib/env.ts';

/** The sessions, by the hash of their token, that count and whose person works in this clinic and may do this there. */
export async function stillSignedIn(
  tokenHashes: readonly string[],
  clinicId: string,
  action: Action,
): Promise<ReadonlySet<string>> {
  if (tokenHashes.length === 0) return new Set();
  const idleMs = environment().TURNWISE_IDLE_MINUTES * MINUTE_MS;
  const sessions = await findSessions(tokenHashes);
  const counting = sessions.filter((session) => {
    if (sessionEnd(session, idleMs, now()) !== null) return false;
    const clinic = activeClinic(session.clinics, session.activeClinicId);
    if (clinic?.id !== clinicId) return false;
    return can({ personId: session.personId, clinicId, roles: clinic.roles }, action, { clinicId });
  });
  return new Set(counting.map(({ tokenHash }) => tokenHash));
}
