import 'server-only';
import type { Instant } from '#lib/domain/units.ts';
import { epochMs, insertInto, type Queryable, type Statement, timestamp } from './statement.ts';

/** Whose theatre times a calendar address shows: those of a surgeon, or of a room. */
export type FeedSubject = { personId: string; roomId: null } | { personId: null; roomId: string };

/** A calendar address that works. */
export type CalendarFeed = FeedSubject & { id: string; clinicId: string; name: string; createdAt: Instant };

const FEED = `f.id, f.clinic_id AS "clinicId", f.person_id AS "personId", f.room_id AS "roomId",
  coalesce(person.name, room.name) AS name, ${epochMs('f.created_at')}::float8 AS "createdAt"`;
const FROM = `calendar_feed f LEFT JOIN person ON person.id = f.person_id LEFT JOIN room ON room.id = f.room_id`;

/** Makes a calendar address; the one before it for the same subject stops working. */
export function replaceFeed(
  feed: FeedSubject & { id: string; clinicId: string; tokenHash: string; madeBy: string },
  now: Instant,
): Statement[] {
  return [
    {
      name: 'revoke-feeds-of',
      text: `UPDATE calendar_feed SET revoked_at = $4 WHERE clinic_id = $1 AND revoked_at IS NULL
        AND person_id IS NOT DISTINCT FROM $2::uuid AND room_id IS NOT DISTINCT FROM $3::uuid`,
      values: [feed.clinicId, feed.personId, feed.roomId, timestamp(now)],
    },
    insertInto('calendar_feed', [
      {
        id: feed.id,
        clinic_id: feed.clinicId,
        person_id: feed.personId,
        room_id: feed.roomId,
        token_hash: feed.tokenHash,
        made_by: feed.madeBy,
        created_at: timestamp(now),
      },
    ]),
  ];
}

/** Makes the calendar address of a subject stop working. */
export function revokeFeed(clinicId: string, subject: FeedSubject, now: Instant): Statement {
  return {
    name: 'revoke-feed',
    text: `UPDATE calendar_feed SET revoked_at = $4 WHERE clinic_id = $1 AND revoked_at IS NULL
      AND person_id IS NOT DISTINCT FROM $2::uuid AND room_id IS NOT DISTINCT FROM $3::uuid`,
    values: [clinicId, subject.personId, subject.roomId, timestamp(now)],
  };
}

/** The addresses of a clinic that work: of its rooms, and of this person. */
export async function listFeeds(db: Queryable, clinicId: string, personId: string): Promise<CalendarFeed[]> {
  const { rows } = await db.query<CalendarFeed>({
    name: 'list-feeds',
    text: `SELECT ${FEED} FROM ${FROM}
      WHERE f.clinic_id = $1 AND f.revoked_at IS NULL AND (f.person_id = $2 OR f.room_id IS NOT NULL) ORDER BY name, f.id`,
    values: [clinicId, personId],
  });
  return rows;
}

/** A calendar address that was asked for, and who made it. */
type OpenedFeed = CalendarFeed & {
  madeById: string;
  zone: string;
  clinicName: string;
  namesPatients: boolean;
};

/** The feed of a token, as long as it works and its person still works in the clinic as a surgeon. */
export async function findFeed(db: Queryable, tokenHash: string): Promise<OpenedFeed | null> {
  const { rows } = await db.query<OpenedFeed>({
    name: 'find-feed',
    text: `SELECT ${FEED}, f.made_by AS "madeById", clinic.zone, clinic.name AS "clinicName",
        coalesce((SELECT names_in_calendars FROM theatre_settings t WHERE t.clinic_id = f.clinic_id), false) AS "namesPatients"
      FROM ${FROM} JOIN clinic ON clinic.id = f.clinic_id
      WHERE f.token_hash = $1 AND f.revoked_at IS NULL AND person.disabled_at IS NULL
        AND (f.person_id IS NULL OR EXISTS (SELECT FROM membership m
          WHERE m.person_id = f.person_id AND m.clinic_id = f.clinic_id AND m.role = 'surgeon'))`,
    values: [tokenHash],
  });
  return rows[0] ?? null;
}

/** A booking as a calendar shows it; `isOff`: it has left this calendar, by whatever way. */
export type CalendarEntry = {
  bookingId: string;
  caseId: string;
  seq: number;
  changedAt: Instant;
  startsAt: Instant;
  endsAt: Instant;
  isHeld: boolean;
  isOff: boolean;
  roomName: string;
  surgeonName: string;
  patientName: string;
};

/** The bookings that are or were in a calendar from an instant on, each by its last time there. */
export async function listCalendarEntries(
  db: Queryable,
  feed: FeedSubject & { clinicId: string },
  { from, now }: { from: Instant; now: Instant },
): Promise<CalendarEntry[]> {
  const { rows } = await db.query<CalendarEntry>({
    name: 'list-calendar-entries',
    text: `SELECT b.id AS "bookingId", b.case_id AS "caseId", latest.seq, ${epochMs('latest.recorded_at')}::float8 AS "changedAt",
        ${epochMs('own.starts_at')}::float8 AS "startsAt", ${epochMs('own.ends_at')}::float8 AS "endsAt",
        latest.hold_until IS NOT NULL AS "isHeld",
        latest.change IN ('postponed', 'cancelled', 'expired') OR coalesce(latest.hold_until <= $5, false)
          OR (latest.room_id IS NOT NULL AND latest.seq <> own.seq) AS "isOff",
        room.name AS "roomName", surgeon.name AS "surgeonName", p.family_name || ', ' || p.given_name AS "patientName"
      FROM booking b JOIN patient p ON p.id = b.patient_id
        CROSS JOIN LATERAL (SELECT * FROM booking_state s WHERE s.booking_id = b.id AND s.room_id IS NOT NULL
          AND ($2::uuid IS NULL OR s.surgeon_id = $2) AND ($3::uuid IS NULL OR s.room_id = $3)
          ORDER BY s.seq DESC LIMIT 1) own
        CROSS JOIN LATERAL (SELECT * FROM booking_state s WHERE s.booking_id = b.id ORDER BY s.seq DESC LIMIT 1) latest
        JOIN room ON room.id = own.room_id JOIN person surgeon ON surgeon.id = own.surgeon_id
      WHERE b.clinic_id = $1 AND own.starts_at >= $4 ORDER BY own.starts_at, b.id`,
    values: [feed.clinicId, feed.personId, feed.roomId, timestamp(from), timestamp(now)],
  });
  return rows;
}
