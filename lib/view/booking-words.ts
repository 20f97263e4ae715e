import type { BookingChange, BookingState, BookingStatus, Departure } from '#lib/domain/booking/booking.ts';
import { localTime } from '#lib/domain/case-day.ts';
import type { Slot, SlotReason } from '#lib/domain/theatre/find-slots.ts';
import { type Instant, MINUTE_MS } from '#lib/domain/units.ts';
import {
  counted,
  formatDay,
  formatDuration,
  formatInstant,
  formatMinute,
  formatWeekday,
} from './format-date.ts';

export const BOOKING_STATUS_WORDS: Record<BookingStatus, string> = {
  held: 'Held',
  confirmed: 'Booked',
  expired: 'Hold ran out',
  postponed: 'Waiting list',
  cancelled: 'Cancelled',
  // Said of a case whose hardware is in place: what was left in, or is again, needs another time.
  done: 'Used, not booked again',
};

const CHANGE_WORDS: Record<BookingChange, string> = {
  held: 'Held',
  confirmed: 'Booked',
  moved: 'Moved',
  postponed: 'Postponed',
  cancelled: 'Cancelled',
  expired: 'Hold ran out',
  done: 'Done',
};

const DEPARTURE_WORDS: Record<Departure, string> = {
  'before-window': 'before consolidation is complete',
  'after-window': 'after the removal is overdue',
  'window-not-assessable': 'while the removal window is not known',
  'outside-block': 'outside the surgeon’s blocks in this room',
  'outside-hours': 'outside the hours of the room',
  'on-leave': 'on days away of the surgeon or the anaesthetist',
};

/** `before consolidation is complete and outside the hours of the room`. */
export function departureWords(departures: readonly Departure[]): string {
  return departures.map((departure) => DEPARTURE_WORDS[departure]).join(' and ');
}

/** `Mon 12-May-2026, 07:30–08:30`. */
export function placeWords(
  { startsAt, endsAt }: { startsAt: Instant; endsAt: Instant },
  zone: string,
): string {
  const [from, until] = [localTime(zone, startsAt), localTime(zone, endsAt)];
  const later = until.day === from.day ? '' : ` on ${formatDay(until.day)}`;
  return `${formatWeekday(from.day)} ${formatDay(from.day)}, ${formatMinute(from.minute)}\u2013${formatMinute(until.minute)}${later}`;
}

/** Why a slot stands where it does in the list. */
function slotReasonWords(reasons: readonly SlotReason[]): string {
  return reasons.map(reasonWords).join('; ');
}

function reasonWords(reason: SlotReason): string {
  switch (reason.kind) {
    case 'own-surgeon':
      return 'the case’s own surgeon';
    case 'other-surgeon':
      return 'another surgeon';
    case 'days-after':
      return reason.days === 0
        ? 'first possible day'
        : `${counted(reason.days, 'day')} after the first possible`;
    case 'follows-case':
      return 'follows another case';
    case 'begins-block':
      return 'begins the block';
    case 'in-between':
      return 'in a gap';
    case 'leaves-free':
      return reason.minutes === 0 ? 'fills it' : `leaves ${formatDuration(reason.minutes)} free`;
  }
}

type Names = Readonly<Record<string, string>>;

export type SlotOption = {
  /** What the form sends: room, surgeon and start. */
  value: string;
  when: string;
  where: string;
  why: string;
};

/** A free slot as it is offered. */
export function slotOption(slot: Slot, names: Names, zone: string): SlotOption {
  return {
    value: `${slot.roomId} ${slot.surgeonId} ${slot.startsAt}`,
    when: placeWords(slot, zone),
    where: `${names[slot.roomId] ?? 'a room'}, ${names[slot.surgeonId] ?? 'a surgeon'}`,
    why: slotReasonWords(slot.reasons),
  };
}

/** What stands in the way of a time, as the operation says it. */
type Obstacle = {
  isHere: boolean;
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
  by: string;
};

/** Who and what is in the way: `Theatre 1 is taken by Doe, Jane (Dr A), 07:30–08:30 and cleaning until 09:00; booked by P.` */
export function conflictSentence(conflict: Obstacle, zone: string): string {
  const when = placeWords(conflict, zone);
  if (!conflict.isHere) return `The surgeon operates in another clinic then (${when}).`;
  const { roomName, surgeonName, anaesthetistName, patientName, by, holdUntil } = conflict;
  const what = [
    conflict.room ? roomName : null,
    conflict.surgeon ? surgeonName : null,
    conflict.patient ? patientName : null,
    conflict.anaesthetist ? anaesthetistName : null,
  ].filter(Boolean);
  const cleaning =
    conflict.roomUntil > conflict.endsAt ? `, cleaning until ${clock(conflict.roomUntil, zone)}` : '';
  const held =
    holdUntil === null ? `booked by ${by}` : `held by ${by} until ${formatInstant(holdUntil, zone)}`;
  const verb = what.length > 1 ? 'are' : 'is';
  return `${what.join(' and ')} ${verb} taken: ${patientName} with ${surgeonName} in ${roomName}, ${when}${cleaning}; ${held}.`;
}

export type HistoryRow = {
  seq: number;
  what: string;
  when: string;
  place: string;
  reason: string;
  by: string;
};

/** The history of a booking, the latest first. */
export function historyRows(
  states: readonly BookingState[],
  names: Names,
  zone: string,
): readonly HistoryRow[] {
  return [...states]
    .sort((a, b) => b.recordedAt - a.recordedAt || b.seq - a.seq)
    .map(({ seq, change, place, reason, departures, holdUntil, recordedBy, recordedAt }) => ({
      seq,
      what: CHANGE_WORDS[change],
      when: formatInstant(recordedAt, zone),
      place:
        place === null
          ? ''
          : `${placeWords(place, zone)}, ${names[place.roomId] ?? 'a room'}, ${names[place.surgeonId] ?? 'a surgeon'}${
              holdUntil === null ? '' : `; held until ${formatInstant(holdUntil, zone)}`
            }`,
      reason: [reason, departures.length > 0 ? departureWords(departures) : null]
        .filter(Boolean)
        .join(' \u2014 '),
      by: names[recordedBy] ?? 'somebody',
    }));
}

/** `60` of a booking: how long it is planned to take. */
export function plannedMinutes({ startsAt, endsAt }: { startsAt: Instant; endsAt: Instant }): number {
  return Math.round((endsAt - startsAt) / MINUTE_MS);
}

function clock(at: Instant, zone: string): string {
  return formatMinute(localTime(zone, at).minute);
}
