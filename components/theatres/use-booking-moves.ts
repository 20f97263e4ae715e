'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { moveBookingAction } from '#lib/actions/move-booking-action.ts';
import type { BoardBooking } from '#lib/view/week-board.ts';

/** Where a booking is to go: a room, and the instant at which it begins. */
export type Target = { roomId: string; startsAt: number };

/** A booking that is being moved, and where on the board it would go: minutes from the top. */
export type Moving = { booking: BoardBooking; day: number; room: number; top: number };

/** What became of the last move; `moved` can be taken back. */
export type MoveOutcome =
  | { kind: 'moved'; booking: BoardBooking; back: Target }
  | { kind: 'returned'; patient: string }
  | { kind: 'refused'; caseId: string; patient: string; message: string };

/** Moves bookings with the checks of every other move; the last one can be taken back. */
export function useBookingMoves() {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [outcome, setOutcome] = useState<MoveOutcome | null>(null);

  function send(booking: BoardBooking, target: Target, isUndo: boolean) {
    const form = new FormData();
    const fields = {
      caseId: booking.caseId,
      id: crypto.randomUUID(),
      bookingId: booking.bookingId,
      seq: booking.seq,
      slot: `${target.roomId} ${booking.surgeonId} ${target.startsAt}`,
      anaesthetistId: booking.anaesthetistId ?? '',
      durationMin: booking.minutes,
      reason: isUndo ? 'moved back' : '',
      stay: 'yes',
    };
    for (const [name, value] of Object.entries(fields)) form.append(name, String(value));
    startTransition(async () => {
      const answer = await moveBookingAction({ status: 'idle' }, form).catch(() => null);
      if (answer?.status === 'saved') {
        const back = { roomId: booking.roomId, startsAt: booking.startsAt };
        const moved = { ...booking, seq: booking.seq + 1, ...target };
        setOutcome(
          isUndo ? { kind: 'returned', patient: booking.patient } : { kind: 'moved', booking: moved, back },
        );
        router.refresh();
      } else {
        const message =
          answer?.status === 'refused'
            ? [answer.message, ...Object.values(answer.fields)].join(' ')
            : 'No answer came back from the server: look at the week again before you repeat it.';
        setOutcome({ kind: 'refused', caseId: booking.caseId, patient: booking.patient, message });
      }
    });
  }

  return {
    pending,
    outcome,
    move: (booking: BoardBooking, target: Target) => send(booking, target, false),
    undo: () => {
      if (outcome?.kind === 'moved') send(outcome.booking, outcome.back, true);
    },
  };
}
