import { ok, type Result, refused } from '#lib/domain/result.ts';
import { type Booking, type BookingChange, type BookingStatus, takesTime } from './booking.ts';

/** Why a booking cannot be changed that way. */
export type BookingRefusal =
  /** Somebody changed it meanwhile: `status` is what it is now. */
  | { kind: 'booking-changed'; status: BookingStatus }
  | { kind: 'booking-not-there' }
  | { kind: 'hold-expired' }
  /** The case has a time already: move that one. */
  | { kind: 'already-booked' };

const FROM: Record<Exclude<BookingChange, 'expired' | 'done'>, readonly BookingStatus[]> = {
  held: ['expired', 'postponed'],
  confirmed: ['held', 'expired', 'postponed'],
  moved: ['held', 'confirmed'],
  postponed: ['held', 'confirmed'],
  cancelled: ['held', 'confirmed', 'expired', 'postponed'],
};

/**
 * The number of the next entry in the history of a booking, if it may be made. `seen` is the number of the entry that
 * the person had on the screen; 0 begins a booking. A new booking is only begun where none is open.
 */
export function nextState(
  current: Booking | null,
  bookingId: string,
  change: keyof typeof FROM,
  seen: number,
): Result<number, BookingRefusal> {
  const isOpen = current !== null && (takesTime(current) || current.status === 'postponed');
  if (current?.id !== bookingId) {
    if (isOpen) return refused({ kind: 'already-booked' });
    const isFirst = seen === 0 && (change === 'held' || change === 'confirmed');
    return isFirst ? ok(1) : refused({ kind: 'booking-not-there' });
  }
  if (current.status === 'expired' && (current.seq !== seen || !FROM[change].includes('expired')))
    return refused({ kind: 'hold-expired' });
  if (current.seq !== seen || !FROM[change].includes(current.status))
    return refused({ kind: 'booking-changed', status: current.status });
  return ok(current.seq + 1);
}
