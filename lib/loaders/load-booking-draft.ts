import 'server-only';
import { mayAttempt } from '#lib/auth/gate.ts';
import { newId } from '#lib/data/new-id.ts';
import { pool } from '#lib/data/pool.ts';
import type { TheatrePlan } from '#lib/data/schedules.ts';
import { listBusy } from '#lib/data/theatre-slots.ts';
import { takesTime } from '#lib/domain/booking/booking.ts';
import { dayOf, isoDay } from '#lib/domain/case-day.ts';
import type { RemovalStanding } from '#lib/domain/removal/removal-standing.ts';
import { bookingWindow } from '#lib/domain/removal/removal-window.ts';
import { leaveSpan } from '#lib/domain/theatre/block-spans.ts';
import { findSlots } from '#lib/domain/theatre/find-slots.ts';
import { freeGaps } from '#lib/domain/theatre/free-gaps.ts';
import { MINUTE_MS, type Minutes } from '#lib/domain/units.ts';
import type { BookingDraft } from '#lib/view/booking-draft.ts';
import { plannedMinutes, slotOption } from '#lib/view/booking-words.ts';
import { counted } from '#lib/view/format-date.ts';
import { namedChoices } from '#lib/view/named-choices.ts';
import type { LoadedCase } from './load-case.ts';

const MOST_OFFERED = 8;
/** How far ahead free times are looked for: twelve weeks. */
const LOOK_AHEAD_DAYS = 84;

/** Looks for free times from the first day of the window on, or from the soonest that is offered where that is past or not known. */
export async function loadBookingDraft(
  { at, record }: LoadedCase,
  removal: RemovalStanding,
  plan: TheatrePlan,
  query: { minutes?: unknown; anaesthetist?: unknown },
): Promise<BookingDraft> {
  const { schedule, people, settings } = plan;
  const { booking } = removal;
  const isMove = booking !== null && takesTime(booking);
  const isAgain = booking !== null && (booking.status === 'postponed' || booking.status === 'expired');
  const minutes = minutesOf(query.minutes) ?? (booking ? plannedMinutes(booking.place) : settings.removalMin);
  const anaesthetistId =
    typeof query.anaesthetist === 'string' ? query.anaesthetist : (booking?.place.anaesthetistId ?? '');
  const window = bookingWindow(removal.window, record.facts.zone, at.now);
  const soonest = at.now + settings.leadMin * MINUTE_MS;
  const from = Math.max(soonest, window.from ?? soonest);
  const fromDay = dayOf(schedule.zone, from);
  const taken = await listBusy(pool(), at.clinic.id, { from: at.now, until: null });
  const busy = taken.filter(({ bookingId }) => bookingId !== booking?.id);
  const away = [
    ...busy.filter(
      (one) =>
        one.patientId === record.header.patientId ||
        (anaesthetistId !== '' && one.anaesthetistId === anaesthetistId),
    ),
    ...schedule.leave
      .filter(({ whoId }) => whoId === anaesthetistId)
      .map((leave) => leaveSpan(schedule.zone, leave)),
  ];
  const slots = findSlots(
    freeGaps(schedule, busy, fromDay, fromDay + LOOK_AHEAD_DAYS),
    {
      durationMin: minutes,
      from,
      until: window.until,
      isWindowKnown: window.from !== null,
      surgeonId: record.header.surgeonId,
      away,
    },
    schedule,
    MOST_OFFERED,
  );
  const settingsNote = settings.version === 0 ? 'clinic default' : 'clinic setting';
  const names = Object.fromEntries([...schedule.rooms, ...people.surgeons].map(({ id, name }) => [id, name]));
  return {
    writeId: newId(),
    bookingId: isMove || isAgain ? booking.id : newId(),
    seq: isMove || isAgain ? booking.seq : 0,
    isMove,
    slots: slots.map((slot) => slotOption(slot, names, schedule.zone)),
    none: slots.length > 0 ? null : noneWords(plan, window.from === null),
    rooms: namedChoices(schedule.rooms),
    surgeons: namedChoices(people.surgeons),
    anaesthetists: namedChoices(people.anaesthetists),
    minutes,
    surgeonId: booking?.place.surgeonId ?? record.header.surgeonId,
    anaesthetistId,
    firstDay: isoDay(fromDay),
    isWindowKnown: window.from !== null,
    mayOverride: mayAttempt(at, 'booking.override'),
    settingsNote,
    leadNote: leadWords(settings.leadMin, settingsNote),
  };
}

function minutesOf(value: unknown): number | null {
  const minutes = typeof value === 'string' && /^\d{1,4}$/.test(value) ? Number(value) : 0;
  return minutes >= 5 && minutes <= 1440 ? minutes : null;
}

/** `Offered from 24 hours ahead (clinic default); …`. */
function leadWords(leadMin: Minutes, settingsNote: string): string {
  const ahead = leadMin === 0 ? 'now on' : `${counted(Math.round(leadMin / 60), 'hour')} ahead`;
  return `Offered from ${ahead} (${settingsNote}). For a sooner time choose \u201cAnother time\u201d.`;
}

function noneWords({ schedule }: TheatrePlan, isWindowUnknown: boolean): string {
  if (schedule.rooms.length === 0) return 'The clinic has no rooms yet. Add them under Theatres.';
  if (schedule.blocks.length === 0) return 'No surgeon has a block yet. Add them under Theatres.';
  return isWindowUnknown
    ? 'No free time in the next twelve weeks.'
    : 'No free time in the removal window, or in the next twelve weeks of it. Another length, another day or another block may fit.';
}
