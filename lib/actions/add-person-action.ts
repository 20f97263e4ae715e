'use server';

import { refresh } from 'next/cache';
import { newPasswordLink } from '#lib/auth/password-link.ts';
import { addPerson } from '#lib/operations/add-person.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { newPersonSchema } from '#lib/schemas/person.ts';
import { formProblems } from './form-problems.ts';
import { clinicAction, refuseForm } from './guard-action.ts';
import { PEOPLE_SENTENCES } from './people-sentences.ts';

/** Gives somebody roles in the clinic; the answer holds the address at which a new person sets a password. */
export async function addPersonAction(_previous: FormState, form: FormData): Promise<FormState> {
  return clinicAction(form, 'people.manage', async ({ actor, now }) => {
    const parsed = newPersonSchema.safeParse({
      email: form.get('email'),
      name: form.get('name'),
      roles: form.getAll('roles'),
    });
    if (!parsed.success) {
      return refuseForm(form, 'Nobody was added yet.', formProblems(parsed.error.issues));
    }
    const link = await newPasswordLink();
    const added = await addPerson({ actor, input: { ...parsed.data, linkTokenHash: link.tokenHash }, now });
    if (!added.ok) {
      if (added.reason.kind === 'forbidden') return refuseForm(form, PEOPLE_SENTENCES.forbidden);
      if (added.reason.kind === 'without-password') {
        return refuseForm(form, 'Nobody was added.', {
          email:
            'Another clinic has made an account for this address, and its holder has not set a password yet. Ask them to do that, then add them here.',
        });
      }
      return refuseForm(form, 'Nobody was added.', {
        email: 'Somebody with this e-mail address is in the list already; change the roles there.',
      });
    }
    refresh();
    const { name, email } = parsed.data;
    if (!added.value.isNew) {
      return {
        status: 'saved',
        message: `${email} has an account on this installation already and was added to this clinic; name and password stay as they are.`,
      };
    }
    return {
      status: 'saved',
      message: `${name} was added. Pass on this address, which works once and for 72 hours, and is not shown again: ${link.url}`,
    };
  });
}
