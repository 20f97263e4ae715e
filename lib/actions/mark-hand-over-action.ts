'use server';

import { refresh } from 'next/cache';
import { markHandOverSeen } from '#lib/operations/mark-hand-over-seen.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { handOverMarkInput } from '#lib/schemas/hand-over.ts';
import { clinicAction, refuseForm } from './guard-action.ts';

/** The next hand-over of this person starts where this one ended. */
export async function markHandOverAction(_previous: FormState, form: FormData): Promise<FormState> {
  return clinicAction(form, 'case.read', async ({ actor, now }) => {
    const parsed = handOverMarkInput.safeParse({ seenUntil: form.get('seenUntil') });
    const marked = parsed.success ? await markHandOverSeen({ actor, input: parsed.data, now }) : null;
    if (!marked?.ok) {
      return refuseForm(form, 'The mark was not moved: open the page again, look at it, and mark it then.');
    }
    refresh();
    return { status: 'saved', message: 'Marked as seen. Next time this page starts from here.' };
  });
}
