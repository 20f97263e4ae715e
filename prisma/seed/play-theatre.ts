import { findCase } from '#lib/data/case-facts.ts';
import { pool } from '#lib/data/pool.ts';
import { findTheatrePlan } from '#lib/data/schedules.ts';
import { listBusy } from '#lib/data/theatre-slots.ts';
import type { Actor, AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import { dayOf } from '#lib/domain/case-day.ts';
import { bookingWindow } from '#lib/domain/removal/removal-window.ts';
import { findSlots } from '#lib/domain/theatre/find-slots.ts';
import { freeGaps } from '#lib/domain/theatre/free-gaps.ts';
import { type Instant, MINUTE_MS } from '#lib/domain/units.ts';
import { bookSlot } from '#lib/operations/book-slot.ts';
import { postponeBooking } from '#lib/operations/postpone-booking.ts';
import { standingOf } from '#lib/operations/standing-of.ts';
import { accepted } from './accepted.ts';
import type { TheatreStory } from './story.ts';

type Call = {
  actor: Actor;
  caseId: AuthorizedCaseId;
  now: Instant;
  ids: { write: string; booking: string };
  story: TheatreStory;
};

/** Books the first free time that fits, as a scheduler would who is offered it, or puts the case on the waiting list. */
export async function playTheatre({ actor, caseId, now, ids, story }: Call, what: string): Promise<void> {
  const seq = story.seq;
  if (story.kind === 'postpone') {
    const input = { id: ids.write, bookingId: ids.booking, seq, reason: story.reason };
    accepted(await postponeBooking({ actor, caseId, input, now }), what);
    return;
  }
  const { clinicId } = actor;
  const record = await findCase(pool(), { clinicId, caseId });
  const removal = record && standingOf(record.facts, now).removal;
  if (!record || !removal) throw new Error(`${what} has nothing to remove.`);
  const { schedule, settings } = await findTheatrePlan(pool(), clinicId, dayOf('UTC', now));
  const window = bookingWindow(removal.window, record.facts.zone, now);
  const from = Math.max(now + settings.leadMin * MINUTE_MS, window.from ?? 0);
  const firstDay = dayOf(schedule.zone, from);
  const busy = await listBusy(pool(), clinicId, { from, until: null });
  const wish = {
    durationMin: settings.removalMin,
    from,
    until: window.until,
    isWindowKnown: window.from !== null,
    surgeonId: record.header.surgeonId,
    away: [],
  };
  const slots = findSlots(freeGaps(schedule, busy, firstDay, firstDay + 84), wish, schedule);
  for (const { roomId, surgeonId, startsAt } of slots) {
    const place = { roomId, surgeonId, anaesthetistId: null, startsAt, durationMin: settings.removalMin };
    const input = {
      id: ids.write,
      bookingId: ids.booking,
      seq,
      firm: story.kind === 'book',
      reason: null,
      ...place,
    };
    const booked = await bookSlot({ actor, caseId, input, now });
    // Another story, told at the same time, may have been faster.
    if (booked.ok || booked.reason.kind !== 'slot-taken') {
      accepted(booked, what);
      return;
    }
  }
  throw new Error(`${what} finds no free time.`);
}
