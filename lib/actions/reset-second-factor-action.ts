'use server';

import { refresh } from 'next/cache';
import { resetSecondFactor } from '#lib/operations/reset-second-factor.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { personIdSchema } from '#lib/schemas/person.ts';
import { clinicAction, refuseForm } from './guard-action.ts';
import { PEOPLE_SENTENCES } from './people-sentences.ts';

/** Takes away the second factor of somebody who lost it. */
export async function resetSecondFactorAction(_previous: FormState, form: FormData): Promise<FormState> {
  return clinicAction(form, 'people.manage', async ({ actor, now }) => {
    const parsed = personIdSchema.safeParse({ personId: form.get('personId') });
    if (!parsed.success) return refuseForm(form, PEOPLE_SENTENCES['not-found']);
    const done = await resetSecondFactor({ actor, input: parsed.data, now });
    if (!done.ok) return refuseForm(form, PEOPLE_SENTENCES[done.reason.kind]);
    refresh();
    return { status: 'saved', message: 'The second factor is gone. The password alone signs in now.' };
  });
}
