'use server';

import { redirect } from 'next/navigation';
import { moveBooking } from '#lib/operations/move-booking.ts';
import { moveBookingInput } from '#lib/schemas/booking.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { refuseBooking } from './booking-refusal.ts';
import { caseAction, refuseForm } from './guard-action.ts';
import { placeProblems, placeText } from './place-text.ts';

const KEPT = 'The booking is where it was; what you chose is still here.';

/** Moves the booking of a case: the week view stays where it is (`stay`), a form leads to the case. */
export async function moveBookingAction(_previous: FormState, form: FormData): Promise<FormState> {
  return caseAction(form, 'booking.write', async ({ actor, caseId, now }) => {
    const parsed = moveBookingInput.safeParse({ ...Object.fromEntries(form), ...placeText(form) });
    if (!parsed.success) return refuseForm(form, KEPT, placeProblems(form, parsed.error.issues));
    const moved = await moveBooking({ actor, caseId, input: parsed.data, now });
    const kept = form.has('stay') ? 'The booking is where it was.' : KEPT;
    if (!moved.ok) return refuseBooking(form, moved.reason, kept);
    if (form.has('stay')) return { status: 'saved', message: 'Moved.' };
    redirect(`/cases/${caseId}/removal?saved=moved`);
  });
}
