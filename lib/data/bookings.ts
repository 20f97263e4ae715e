import 'server-only';
import type { BookingState, Place } from '#lib/domain/booking/booking.ts';
import { type Instant, MINUTE_MS } from '#lib/domain/units.ts';
import { date, epochMs, insertInto, type Queryable, type Statement, timestamp } from './statement.ts';

/** Begins the record of a booking. */
export function insertBooking(booking: {
  id: string;
  clinicId: string;
  caseId: string;
  patientId: string;
  createdAt: Instant;
}): Statement {
  return insertInto('booking', [
    {
      id: booking.id,
      clinic_id: booking.clinicId,
      case_id: booking.caseId,
      patient_id: booking.patientId,
      created_at: timestamp(booking.createdAt),
    },
  ]);
}

/** Adds an entry to the history of a booking; the time that it takes up follows. */
export function insertBookingState(state: BookingState): Statement {
  const { place } = state;
  return insertInto('booking_state', [
    {
      booking_id: state.bookingId,
      seq: state.seq,
      change: state.change,
      room_id: place?.roomId,
      surgeon_id: place?.surgeonId,
      anaesthetist_id: place?.anaesthetistId,
      starts_at: timestamp(place?.startsAt ?? null),
      ends_at: timestamp(place?.endsAt ?? null),
      cleaning_min: place?.cleaningMin,
      hold_until: timestamp(state.holdUntil),
      reason: state.reason,
      departures: state.departures,
      earliest_day: date(state.earliestDay),
      latest_day: date(state.latestDay),
      recorded_by: state.recordedBy,
      recorded_at: timestamp(state.recordedAt),
    },
  ]);
}

/** Ends holds whose time has run out, so that theirs is free; what somebody ended before is left alone. */
export function expireHolds(bookingIds: readonly string[], by: string, now: Instant): Statement {
  return {
    name: 'expire-holds',
    text: `INSERT INTO booking_state (booking_id, seq, change, departures, recorded_by, recorded_at)
      SELECT t.booking_id, (SELECT max(seq) + 1 FROM booking_state s WHERE s.booking_id = t.booking_id), 'expired', '{}', $2, $3
      FROM theatre_slot t WHERE t.booking_id = ANY ($1::uuid[]) AND t.hold_until <= $3`,
    values: [bookingIds, by, timestamp(now)],
  };
}

/** What stands in the way of a time: whose it is, and what both need. */
export type Conflict = {
  bookingId: string;
  /** False: of another clinic, of which nothing else is said. */
  isHere: boolean;
  /** The case has this other booking itself. */
  isOwn: boolean;
  room: boolean;
  surgeon: boolean;
  patient: boolean;
  anaesthetist: boolean;
  roomName: string;
  surgeonName: string;
  anaesthetistName: string | null;
  patientName: string;
  startsAt: Instant;
  endsAt: Instant;
  roomUntil: Instant;
  holdUntil: Instant | null;
  /** Who booked it. */
  by: string;
};

/** Every booking that takes up what a place needs, expired holds included. */
export async function findConflicts(
  db: Queryable,
  of: { clinicId: string; caseId: string; patientId: string; bookingId: string },
  place: Place,
): Promise<Conflict[]> {
  const roomUntil = place.endsAt + place.cleaningMin * MINUTE_MS;
  const { rows } = await db.query<Conflict>({
    name: 'find-conflicts',
    text: `SELECT * FROM (
        SELECT t.booking_id AS "bookingId", t.clinic_id = $1 AS "isHere", t.case_id = $2 AS "isOwn",
          t.room_id = $5 AND t.room_during && tstzrange($8, $10) AS room,
          t.surgeon_id = $6 AND t.during && tstzrange($8, $9) AS surgeon,
          t.patient_id = $3 AND t.during && tstzrange($8, $9) AS patient,
          coalesce(t.anaesthetist_id = $7::uuid AND t.during && tstzrange($8, $9), false) AS anaesthetist,
          room.name AS "roomName", surgeon.name AS "surgeonName", a.name AS "anaesthetistName",
          upper(p.family_name) || ', ' || p.given_name AS "patientName",
          ${epochMs('lower(t.during)')}::float8 AS "startsAt", ${epochMs('upper(t.during)')}::float8 AS "endsAt",
          ${epochMs('upper(t.room_during)')}::float8 AS "roomUntil", ${epochMs('t.hold_until')}::float8 AS "holdUntil",
          (SELECT person.name FROM booking_state s JOIN person ON person.id = s.recorded_by
            WHERE s.booking_id = t.booking_id ORDER BY s.seq DESC LIMIT 1) AS by
        FROM theatre_slot t JOIN room ON room.id = t.room_id JOIN person surgeon ON surgeon.id = t.surgeon_id
          JOIN patient p ON p.id = t.patient_id LEFT JOIN anaesthetist a ON a.id = t.anaesthetist_id
        WHERE t.booking_id <> $4 AND (t.case_id = $2 OR t.room_during && tstzrange($8, $10))) AS near
      WHERE "isOwn" OR room OR surgeon OR patient OR anaesthetist ORDER BY "startsAt", "bookingId"`,
    values: [
      of.clinicId,
      of.caseId,
      of.patientId,
      of.bookingId,
      place.roomId,
      place.surgeonId,
      place.anaesthetistId,
      timestamp(place.startsAt),
      timestamp(place.endsAt),
      timestamp(roomUntil),
    ],
  });
  return rows;
}
