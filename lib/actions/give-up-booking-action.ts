'use server';

import { redirect } from 'next/navigation';
import { cancelBooking } from '#lib/operations/cancel-booking.ts';
import { postponeBooking } from '#lib/operations/postpone-booking.ts';
import { giveUpBookingInput } from '#lib/schemas/booking.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { refuseBooking } from './booking-refusal.ts';
import { formProblems } from './form-problems.ts';
import { caseAction, refuseForm } from './guard-action.ts';

const KEPT = 'The booking is as it was; what you typed is still here.';

/** Postpones a booking (`way` is `postpone`: it goes on the waiting list) or cancels it, with the reason. */
export async function giveUpBookingAction(_previous: FormState, form: FormData): Promise<FormState> {
  return caseAction(form, 'booking.write', async ({ actor, caseId, now }) => {
    const parsed = giveUpBookingInput.safeParse(Object.fromEntries(form));
    if (!parsed.success) return refuseForm(form, KEPT, formProblems(parsed.error.issues));
    const isPostponed = form.get('way') === 'postpone';
    const request = { actor, caseId, input: parsed.data, now };
    const given = await (isPostponed ? postponeBooking(request) : cancelBooking(request));
    if (!given.ok) return refuseBooking(form, given.reason, KEPT);
    redirect(`/cases/${caseId}/removal?saved=${isPostponed ? 'postponed' : 'cancelled'}`);
  });
}
