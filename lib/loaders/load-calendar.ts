import 'server-only';
import { requireClinic } from '#lib/auth/gate.ts';
import { hashOfToken } from '#lib/auth/token.ts';
import { findFeed, listCalendarEntries, listFeeds } from '#lib/data/calendar-feeds.ts';
import { noteListRead } from '#lib/data/list-reads.ts';
import { pool } from '#lib/data/pool.ts';
import { findTheatrePlan } from '#lib/data/schedules.ts';
import { dayOf } from '#lib/domain/case-day.ts';
import type { Instant } from '#lib/domain/units.ts';
import { formatInstant } from '#lib/view/format-date.ts';

const KEPT_MS = 90 * 86_400_000;

/** What a calendar address shows: the times of its subject and what has left it; null: no such address. */
export async function loadCalendar(token: string, now: Instant) {
  const tokenHash = hashOfToken(token);
  const feed = tokenHash === null ? null : await findFeed(pool(), tokenHash);
  if (!feed) return null;
  const entries = await listCalendarEntries(pool(), feed, { from: now - KEPT_MS, now });
  if (feed.namesPatients) {
    const shown = entries.map(({ caseId }) => caseId);
    await noteListRead({ list: 'calendar', clinicId: feed.clinicId, personId: feed.madeById }, shown, now);
  }
  return {
    name: `${feed.name} \u00b7 ${feed.clinicName}`,
    zone: feed.zone,
    events: entries.map(
      ({ bookingId, caseId: _, seq, isHeld, isOff, roomName, surgeonName, patientName, ...times }) => {
        const status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED' = isOff
          ? 'CANCELLED'
          : isHeld
            ? 'TENTATIVE'
            : 'CONFIRMED';
        return {
          ...times,
          uid: `${bookingId}@turnwise`,
          sequence: seq,
          status,
          summary: feed.namesPatients
            ? `Removal: ${patientName} (${surgeonName})`
            : `Removal (${surgeonName})`,
          location: roomName,
        };
      },
    ),
  };
}

/** The calendar addresses that the person may make: of the rooms, and his own. */
export async function loadCalendars() {
  const { clinic, person, now, actor } = await requireClinic('booking.write');
  const [feeds, { schedule, settings }] = await Promise.all([
    listFeeds(pool(), clinic.id, person.id),
    findTheatrePlan(pool(), clinic.id, dayOf(clinic.zone, now)),
  ]);
  const since = (isIt: (feed: (typeof feeds)[number]) => boolean) => {
    const feed = feeds.find(isIt);
    return feed ? formatInstant(feed.createdAt, clinic.zone) : null;
  };
  return {
    mine: actor.roles.includes('surgeon')
      ? { name: person.name, since: since(({ personId }) => personId === person.id) }
      : null,
    rooms: schedule.rooms.map(({ id, name }) => ({ id, name, since: since(({ roomId }) => roomId === id) })),
    namesPatients: settings.namesInCalendars,
  };
}
