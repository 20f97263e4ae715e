'use server';

import { refresh } from 'next/cache';
import { newPasswordLink } from '#lib/auth/password-link.ts';
import { makePasswordLink } from '#lib/operations/make-password-link.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { personIdSchema } from '#lib/schemas/person.ts';
import { clinicAction, refuseForm } from './guard-action.ts';
import { PEOPLE_SENTENCES } from './people-sentences.ts';

/** Makes an address at which a person sets a new password; the answer holds it. */
export async function makePasswordLinkAction(_previous: FormState, form: FormData): Promise<FormState> {
  return clinicAction(form, 'people.manage', async ({ actor, now }) => {
    const parsed = personIdSchema.safeParse({ personId: form.get('personId') });
    if (!parsed.success) return refuseForm(form, PEOPLE_SENTENCES['not-found']);
    const link = await newPasswordLink();
    const input = { ...parsed.data, linkTokenHash: link.tokenHash };
    const made = await makePasswordLink({ actor, input, now });
    if (!made.ok) return refuseForm(form, PEOPLE_SENTENCES[made.reason.kind]);
    refresh();
    return {
      status: 'saved',
      message: `Pass on this address, which works once and for 72 hours, and is not shown again: ${link.url}`,
    };
  });
}
