'use server';

import { redirect } from 'next/navigation';
import { bookSlot } from '#lib/operations/book-slot.ts';
import { bookSlotInput } from '#lib/schemas/booking.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { refuseBooking } from './booking-refusal.ts';
import { caseAction, refuseForm } from './guard-action.ts';
import { placeProblems, placeText } from './place-text.ts';

const KEPT = 'Nothing is booked; what you chose is still here.';

/** Holds or books a theatre for the removal of a case. */
export async function bookSlotAction(_previous: FormState, form: FormData): Promise<FormState> {
  return caseAction(form, 'booking.write', async ({ actor, caseId, now }) => {
    const parsed = bookSlotInput.safeParse({
      ...Object.fromEntries(form),
      ...placeText(form),
      firm: form.get('firm') === 'yes',
    });
    if (!parsed.success) return refuseForm(form, KEPT, placeProblems(form, parsed.error.issues));
    const booked = await bookSlot({ actor, caseId, input: parsed.data, now });
    if (!booked.ok) return refuseBooking(form, booked.reason, KEPT);
    redirect(`/cases/${caseId}/removal?saved=${parsed.data.firm ? 'booked' : 'held'}`);
  });
}
