import 'server-only';
import { insertAudit } from '#lib/data/audit.ts';
import { type FeedSubject, replaceFeed, revokeFeed } from '#lib/data/calendar-feeds.ts';
import { newId } from '#lib/data/new-id.ts';
import { findTheatrePlan } from '#lib/data/schedules.ts';
import { lockTheatres } from '#lib/data/theatre-lock.ts';
import { inTransaction } from '#lib/data/transaction.ts';
import type { Actor } from '#lib/domain/access/actor.ts';
import { can } from '#lib/domain/access/can.ts';
import { dayOf } from '#lib/domain/case-day.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';

export type FeedReason = { kind: 'not-allowed' } | { kind: 'room-unknown' } | { kind: 'not-a-surgeon' };

/**
 * Makes the calendar address of a room, or (`roomId` null) of the surgeon who asks; the one before it stops working. With
 * `tokenHash` null it only stops working.
 */
export async function makeCalendarFeed({
  actor,
  input,
  now,
}: {
  actor: Actor;
  input: { roomId: string | null; tokenHash: string | null };
  now: Instant;
}): Promise<Result<null, FeedReason>> {
  const { clinicId, personId } = actor;
  const { roomId, tokenHash } = input;
  if (!can(actor, 'booking.write', { clinicId })) return refused({ kind: 'not-allowed' });
  if (roomId === null && !actor.roles.includes('surgeon')) return refused({ kind: 'not-a-surgeon' });
  return inTransaction<null, FeedReason>(async (tx) => {
    const found = await Promise.all([
      tx.query(lockTheatres(clinicId)),
      findTheatrePlan(tx, clinicId, dayOf('UTC', now)),
    ]);
    const isRoom = found[1].schedule.rooms.some(({ id }) => id === roomId);
    if (roomId !== null && !isRoom) return refused({ kind: 'room-unknown' });
    const subject: FeedSubject = roomId === null ? { personId, roomId } : { personId: null, roomId };
    await tx.commit([
      ...(tokenHash === null
        ? [revokeFeed(clinicId, subject, now)]
        : replaceFeed({ ...subject, id: newId(), clinicId, tokenHash, madeBy: personId }, now)),
      insertAudit({
        event: 'theatre.changed',
        at: now,
        clinicId,
        actorId: personId,
        caseId: null,
        patientId: null,
        detail: { what: 'calendar', ...subject, works: tokenHash !== null },
        write: null,
      }),
    ]);
    return ok(null);
  });
}
