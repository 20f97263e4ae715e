'use server';

import { refresh } from 'next/cache';
import { disablePerson } from '#lib/operations/disable-person.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { personIdSchema } from '#lib/schemas/person.ts';
import { clinicAction, refuseForm } from './guard-action.ts';
import { PEOPLE_SENTENCES } from './people-sentences.ts';

/** Locks a person out. */
export async function disablePersonAction(_previous: FormState, form: FormData): Promise<FormState> {
  return clinicAction(form, 'people.manage', async ({ actor, now }) => {
    const parsed = personIdSchema.safeParse({ personId: form.get('personId') });
    if (!parsed.success) return refuseForm(form, PEOPLE_SENTENCES['not-found']);
    const done = await disablePerson({ actor, input: parsed.data, now });
    if (!done.ok) return refuseForm(form, PEOPLE_SENTENCES[done.reason.kind]);
    refresh();
    return { status: 'saved', message: 'This account is disabled, and signed out everywhere.' };
  });
}
