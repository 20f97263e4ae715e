'use server';

import { refresh } from 'next/cache';
import { changeRoles } from '#lib/operations/change-roles.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { changedRolesSchema } from '#lib/schemas/person.ts';
import { formProblems } from './form-problems.ts';
import { clinicAction, refuseForm } from './guard-action.ts';
import { PEOPLE_SENTENCES } from './people-sentences.ts';

/** Makes the ticked roles those of a person in the clinic. */
export async function changeRolesAction(_previous: FormState, form: FormData): Promise<FormState> {
  return clinicAction(form, 'people.manage', async ({ actor, now }) => {
    const parsed = changedRolesSchema.safeParse({
      personId: form.get('personId'),
      roles: form.getAll('roles'),
      before: form.getAll('before'),
    });
    if (!parsed.success) {
      return refuseForm(form, 'The roles were not changed.', formProblems(parsed.error.issues));
    }
    const changed = await changeRoles({ actor, input: parsed.data, now });
    if (changed.ok) {
      refresh();
      const isOut = parsed.data.roles.length === 0;
      return {
        status: 'saved',
        message: isOut ? 'This person no longer has a role in this clinic.' : 'The roles are changed.',
      };
    }
    const { reason } = changed;
    if (reason.kind !== 'stale') return refuseForm(form, PEOPLE_SENTENCES[reason.kind]);
    const theirs = reason.theirs.join(', ') || 'none';
    return refuseForm(
      form,
      `Somebody else changed these roles meanwhile, to: ${theirs}. Yours were not saved. Open the page again and decide.`,
    );
  });
}
