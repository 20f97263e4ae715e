import 'server-only';
import { type AuditEventName, writeKey } from '#lib/data/audit.ts';
import {
  type Conflict,
  expireHolds,
  findConflicts,
  insertBooking,
  insertBookingState,
} from '#lib/data/bookings.ts';
import { findTheatrePlan, type TheatrePlan } from '#lib/data/schedules.ts';
import { lockTheatres } from '#lib/data/theatre-lock.ts';
import type { Actor, AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import { can } from '#lib/domain/access/can.ts';
import {
  type Booking,
  type BookingChange,
  type BookingState,
  currentBooking,
  type Departure,
  type Place,
} from '#lib/domain/booking/booking.ts';
import { departuresOf } from '#lib/domain/booking/departures.ts';
import { type BookingRefusal, nextState } from '#lib/domain/booking/next-state.ts';
import { dayOf } from '#lib/domain/case-day.ts';
import { bookingWindow } from '#lib/domain/removal/removal-window.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import { CLOCK_TOLERANCE_MIN } from '#lib/domain/turn/accept-report.ts';
import { type Instant, MINUTE_MS } from '#lib/domain/units.ts';
import type { PlaceInput } from '#lib/schemas/booking.ts';
import { type CaseContext, type CaseReason, inCase } from './in-case.ts';
import { type MomentRefusal, resolveMoment } from './resolve-moment.ts';
import { standingOf } from './standing-of.ts';

/** Why a booking is refused. */
export type BookingReason =
  | CaseReason
  | BookingRefusal
  | MomentRefusal<'startsAt'>
  /** No devices are in place: before the index operation, or after the removal. */
  | { kind: 'nothing-to-remove' }
  | { kind: 'in-the-past'; field: 'startsAt' }
  | { kind: 'room-unknown'; field: 'roomId' }
  | { kind: 'surgeon-unknown'; field: 'surgeonId' }
  | { kind: 'anaesthetist-unknown'; field: 'anaesthetistId' }
  /** It departs from the window or the plan; with a reason a role that may can book it. */
  | { kind: 'departs'; departures: readonly Departure[]; mayOverride: boolean }
  /** Somebody has what it needs: never overridden. Empty: another clinic was faster. */
  | { kind: 'slot-taken'; conflicts: readonly Conflict[]; zone: string };

type Change = Exclude<BookingChange, 'expired' | 'done'>;

export type BookingWrite = {
  actor: Actor;
  caseId: AuthorizedCaseId;
  now: Instant;
  /** `seq`: the number of the entry that the person had on the screen; 0 begins a booking. */
  input: { id: string; bookingId: string; seq: number; reason: string | null };
  change: Change;
  /** The new time, or null to keep or give up the one it has. */
  place: PlaceInput | null;
  /** Whether a new time is only held. */
  isHeld?: boolean;
};

const taken: BookingReason = { kind: 'slot-taken', conflicts: [], zone: 'UTC' };

/**
 * The one way to change a booking: in the case, with the theatres of the clinic held still, so that what was free when it
 * was looked at is free when it is taken. The new time and the loss of the old one are one row: all or nothing.
 */
export function inTheatre(
  write: BookingWrite,
): Promise<Result<{ bookingId: string; seq: number }, BookingReason>> {
  const { actor, caseId, now, input, change } = write;
  const key = writeKey(input.id, { caseId, input, change, place: write.place });
  return inCase<{ bookingId: string; seq: number }, BookingReason>(
    { actor, caseId, now, action: 'booking.write', write: key },
    async (context) => {
      const { bookingId } = input;
      const current = currentBooking(context.facts.removal.bookings, (at) => at <= now);
      const seq = nextState(current, bookingId, change, input.seq);
      if (!seq.ok) return seq;
      const removal = standingOf(context.facts, now).removal;
      if (removal === null) return refused({ kind: 'nothing-to-remove' });
      const settled = await placeOf(
        write,
        current,
        context,
        bookingWindow(removal.window, context.facts.zone, now),
      );
      if (!settled.ok) return settled;
      const { place, departures, expired, holdUntil } = settled.value;
      const { earliest, latestDay } = removal.window;
      const state: BookingState = {
        bookingId,
        seq: seq.value,
        change,
        place,
        holdUntil,
        reason: input.reason,
        departures,
        earliestDay: earliest.kind === 'day' ? earliest.day : null,
        latestDay,
        recordedBy: actor.personId,
        recordedAt: now,
      };
      return ok({
        value: { bookingId, seq: state.seq },
        change: {
          statements: [
            ...(expired.length > 0 ? [expireHolds(expired, actor.personId, now)] : []),
            ...(state.seq === 1 ? [insertBooking({ ...context.header, id: bookingId, createdAt: now })] : []),
            insertBookingState(state),
          ],
          after: withState(context, state),
          event: `booking.${change}` satisfies AuditEventName,
          detail: { id: bookingId, ...state, ...place },
        },
      });
    },
    {
      theatre_slot_room_free: taken,
      theatre_slot_surgeon_free: taken,
      theatre_slot_patient_free: taken,
      theatre_slot_anaesthetist_free: taken,
      theatre_slot_case_id_key: { kind: 'already-booked' },
      booking_state_in_order: { kind: 'booking-changed', status: 'confirmed' },
      booking_state_pkey: { kind: 'booking-changed', status: 'confirmed' },
    },
  );
}

/** The case with one more entry in the history of a booking. */
function withState({ header, facts }: CaseContext, state: BookingState) {
  const { removal } = facts;
  return { header, facts: { ...facts, removal: { ...removal, bookings: [...removal.bookings, state] } } };
}

type Settled = {
  place: Place | null;
  departures: readonly Departure[];
  /** Holds in the way that have run out. */
  expired: readonly string[];
  holdUntil: Instant | null;
};

async function placeOf(
  write: BookingWrite,
  current: Booking | null,
  { db, header }: CaseContext,
  window: { from: Instant | null; until: Instant | null },
): Promise<Result<Settled, BookingReason>> {
  const { actor, now, input, change } = write;
  if (change === 'confirmed' && write.place === null && current?.status === 'held')
    return ok({ place: current.place, departures: current.departures, expired: [], holdUntil: null });
  if (write.place === null) {
    const isKept = change === 'confirmed' || change === 'held' || change === 'moved';
    return isKept
      ? refused({ kind: current?.id === input.bookingId ? 'hold-expired' : 'booking-not-there' })
      : ok({ place: null, departures: [], expired: [], holdUntil: null });
  }
  const { surgeonId } = write.place;
  const locked = db.query(lockTheatres(header.clinicId, [surgeonId]));
  const plan = await Promise.all([locked, findTheatrePlan(db, header.clinicId, dayOf('UTC', now))]);
  const { schedule, settings } = plan[1];
  const found = placeIn(plan[1], write.place, now);
  if (!found.ok) return found;
  const place = found.value;
  const of = { ...header, bookingId: input.bookingId };
  const conflicts = await findConflicts(db, of, place);
  const isOver = ({ holdUntil }: Conflict) => holdUntil !== null && holdUntil <= now;
  const standing = conflicts.filter((conflict) => !isOver(conflict));
  if (standing.length > 0) {
    const conflictsSaid = standing.map((one) => (one.isHere ? one : { ...one, ...NOTHING_SAID }));
    return refused({ kind: 'slot-taken', conflicts: conflictsSaid, zone: schedule.zone });
  }
  const departures = departuresOf(place, window, schedule);
  const mayOverride = can(actor, 'booking.override', { clinicId: header.clinicId });
  if (departures.length > 0 && (!mayOverride || input.reason === null))
    return refused({ kind: 'departs', departures, mayOverride });
  const keepsHold = change === 'moved' && current?.status === 'held';
  return ok({
    place,
    departures,
    expired: conflicts.filter(isOver).map(({ bookingId }) => bookingId),
    holdUntil: write.isHeld ? now + settings.holdMin * MINUTE_MS : keepsHold ? current.holdUntil : null,
  });
}

const NOTHING_SAID = { patientName: '', roomName: '', surgeonName: '', anaesthetistName: null, by: '' };

function placeIn(
  { schedule, people }: TheatrePlan,
  input: PlaceInput,
  now: Instant,
): Result<Place, BookingReason> {
  const { roomId, surgeonId, anaesthetistId, durationMin } = input;
  const startsAt = resolveMoment(schedule.zone, input.startsAt, 'startsAt');
  if (!startsAt.ok) return startsAt;
  if (startsAt.value < now - CLOCK_TOLERANCE_MIN * MINUTE_MS)
    return refused({ kind: 'in-the-past', field: 'startsAt' });
  const room = schedule.rooms.find(({ id }) => id === roomId);
  if (!room) return refused({ kind: 'room-unknown', field: 'roomId' });
  if (!people.surgeons.some(({ id }) => id === surgeonId))
    return refused({ kind: 'surgeon-unknown', field: 'surgeonId' });
  if (anaesthetistId !== null && !people.anaesthetists.some(({ id }) => id === anaesthetistId))
    return refused({ kind: 'anaesthetist-unknown', field: 'anaesthetistId' });
  const endsAt = startsAt.value + durationMin * MINUTE_MS;
  const { cleaningMin } = room;
  return ok({ roomId, surgeonId, anaesthetistId, startsAt: startsAt.value, endsAt, cleaningMin });
}
