'use server';

import { redirect } from 'next/navigation';
import { saveRoom } from '#lib/operations/save-room.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { saveRoomInput } from '#lib/schemas/theatre.ts';
import { formProblems } from './form-problems.ts';
import { clinicAction, refuseForm } from './guard-action.ts';
import { PLAN_KEPT, refusePlan } from './plan-refusal.ts';

/** Adds a room or changes one. */
export async function saveRoomAction(_previous: FormState, form: FormData): Promise<FormState> {
  return clinicAction(form, 'theatre.manage', async ({ actor, now }) => {
    const parsed = saveRoomInput.safeParse({
      ...Object.fromEntries(form),
      weekdays: form.getAll('weekdays'),
      retired: form.get('retired') === 'yes',
    });
    if (!parsed.success) return refuseForm(form, PLAN_KEPT, formProblems(parsed.error.issues));
    const changed = await saveRoom({ actor, input: parsed.data, now });
    if (!changed.ok) return refusePlan(form, changed.reason);
    redirect('/admin/theatres?saved=room');
  });
}
