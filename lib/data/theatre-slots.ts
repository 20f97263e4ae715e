import 'server-only';
import type { BusySpan } from '#lib/domain/theatre/schedule.ts';
import type { Day, Instant } from '#lib/domain/units.ts';
import { standingOperation } from './standing-operation.ts';
import { epochDay, epochMs, type Queryable, timestamp } from './statement.ts';

type Period = { from: Instant; until: Instant | null };

const BUSY = `t.booking_id AS "bookingId", t.clinic_id = $1 AS "isHere", t.room_id AS "roomId", t.surgeon_id AS "surgeonId",
  t.anaesthetist_id AS "anaesthetistId", t.patient_id AS "patientId", ${epochMs('lower(t.during)')}::float8 AS "from",
  ${epochMs('upper(t.during)')}::float8 AS until, ${epochMs('upper(t.room_during)')}::float8 AS "roomUntil"`;

/**
 * What takes up rooms, surgeons and anaesthetists of a clinic in a period (`until` null: from then on), holds that have run
 * out by its beginning left out; with the times of its surgeons in other clinics, of which only the times are used.
 */
export async function listBusy(
  db: Queryable,
  clinicId: string,
  { from, until }: Period,
): Promise<BusySpan[]> {
  const { rows } = await db.query<BusySpan>({
    name: 'list-busy',
    text: `SELECT ${BUSY} FROM theatre_slot t
      WHERE (t.clinic_id = $1 OR t.surgeon_id IN (SELECT person_id FROM membership WHERE clinic_id = $1 AND role = 'surgeon'))
        AND t.room_during && tstzrange($2, $3) AND (t.hold_until IS NULL OR t.hold_until > $2)`,
    values: [clinicId, timestamp(from), timestamp(until)],
  });
  return rows;
}

/** A booking with the names that the week view and the theatre list show. */
export type TheatreBooking = BusySpan & {
  seq: number;
  caseId: string;
  patientName: string;
  mrn: string;
  bornDay: Day;
  surgeonName: string;
  anaesthetistName: string | null;
  holdUntil: Instant | null;
  status: 'held' | 'confirmed' | 'done';
  /**
   * Each device in place, or that was taken out where it is done, a line each: model, lot, driver and arm, or that it is
   * not recorded, and what stays in; null: there is none.
   */
  hardware: string | null;
  /** What the standing of the case says of the booking; null: it fits. */
  drift: string | null;
};

/** The bookings of a clinic in a period, by time, with those that are done and whose removal was not withdrawn. `now` decides which holds still hold. */
export async function listTheatreBookings(
  db: Queryable,
  clinicId: string,
  { from, until, now }: { from: Instant; until: Instant; now: Instant },
): Promise<TheatreBooking[]> {
  const { rows } = await db.query<TheatreBooking>({
    name: 'list-theatre-bookings',
    text: `WITH t AS (
        SELECT booking_id, clinic_id, case_id, patient_id, room_id, surgeon_id, anaesthetist_id, during, room_during, hold_until,
          CASE WHEN hold_until IS NULL THEN 'confirmed' ELSE 'held' END AS status, NULL::uuid AS operation_id
        FROM theatre_slot WHERE clinic_id = $1 AND room_during && tstzrange($2, $3) AND (hold_until IS NULL OR hold_until > $4)
        UNION ALL
        SELECT b.id, b.clinic_id, b.case_id, b.patient_id, p.room_id, p.surgeon_id, p.anaesthetist_id, tstzrange(r.started_at, r.ended_at),
          tstzrange(r.started_at, r.ended_at), NULL, 'done', o.id
        FROM booking b JOIN removal_report r ON r.booking_id = b.id
          CROSS JOIN LATERAL ${standingOperation('r.operation_id')} o
          CROSS JOIN LATERAL (SELECT * FROM booking_state s WHERE s.booking_id = b.id AND s.room_id IS NOT NULL
            ORDER BY s.seq DESC LIMIT 1) p
        WHERE b.clinic_id = $1 AND r.ended_at > $2 AND r.started_at < $3)
      SELECT ${BUSY}, (SELECT max(seq) FROM booking_state s WHERE s.booking_id = t.booking_id) AS seq,
        t.case_id AS "caseId", upper(patient.family_name) || ', ' || patient.given_name AS "patientName", patient.mrn,
        ${epochDay('patient.born_on')} AS "bornDay", surgeon.name AS "surgeonName", a.name AS "anaesthetistName",
        ${epochMs('t.hold_until')}::float8 AS "holdUntil", t.status,
        (SELECT string_agg(concat_ws(', ', d.label, m.maker || ' ' || m.name, coalesce('lot ' || d.lot, 'lot not recorded'),
            coalesce('driver ' || d.driver, 'driver not recorded'),
            CASE WHEN EXISTS (SELECT FROM device_event e WHERE e.device_id = d.id AND e.kind = 'arm-removed' AND NOT e.retracted
              AND NOT EXISTS (SELECT FROM device_event g WHERE g.corrects_id = e.id)) THEN 'arm off'
              WHEN d.arm IS NOT NULL THEN 'arm on' ELSE 'arm not recorded' END,
            'stays in: ' || (SELECT h.stays_in FROM hardware_entry h WHERE h.device_id = d.id
              ORDER BY h.recorded_at DESC, h.id DESC LIMIT 1)), E'\n' ORDER BY d.label)
          FROM device d LEFT JOIN device_model m ON m.id = d.model_id WHERE d.case_id = t.case_id
            AND CASE WHEN t.operation_id IS NULL THEN d.removed_at IS NULL ELSE d.removal_operation_id = t.operation_id END) AS hardware,
        st.assessment -> 'removal' -> 'drift' ->> 'way' AS drift
      FROM t JOIN patient ON patient.id = t.patient_id JOIN person surgeon ON surgeon.id = t.surgeon_id
        LEFT JOIN anaesthetist a ON a.id = t.anaesthetist_id LEFT JOIN case_standing st ON st.case_id = t.case_id
      ORDER BY "from", "bookingId"`,
    values: [clinicId, timestamp(from), timestamp(until), timestamp(now)],
  });
  return rows;
}
