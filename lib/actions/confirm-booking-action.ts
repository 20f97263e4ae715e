'use server';

import { redirect } from 'next/navigation';
import { confirmBooking } from '#lib/operations/confirm-booking.ts';
import { confirmBookingInput } from '#lib/schemas/booking.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { refuseBooking } from './booking-refusal.ts';
import { formProblems } from './form-problems.ts';
import { caseAction, refuseForm } from './guard-action.ts';

const KEPT = 'The hold was not confirmed.';

/** Makes a held time a booked one. */
export async function confirmBookingAction(_previous: FormState, form: FormData): Promise<FormState> {
  return caseAction(form, 'booking.write', async ({ actor, caseId, now }) => {
    const parsed = confirmBookingInput.safeParse(Object.fromEntries(form));
    if (!parsed.success) return refuseForm(form, KEPT, formProblems(parsed.error.issues));
    const confirmed = await confirmBooking({ actor, caseId, input: parsed.data, now });
    if (!confirmed.ok) return refuseBooking(form, confirmed.reason, KEPT);
    redirect(`/cases/${caseId}/removal?saved=booked`);
  });
}
