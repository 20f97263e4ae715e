'use server';

import { refresh } from 'next/cache';
import { addDeviceModel } from '#lib/operations/add-device-model.ts';
import { addDeviceModelInput } from '#lib/schemas/device-model.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { formProblems } from './form-problems.ts';
import { clinicAction, refuseForm } from './guard-action.ts';

const KEPT = 'The model is not added yet; what you typed is still here.';

/** Adds a model to the clinic's own catalogue. */
export async function addDeviceModelAction(_previous: FormState, form: FormData): Promise<FormState> {
  return clinicAction(form, 'clinic.manage', async ({ actor, now }) => {
    const parsed = addDeviceModelInput.safeParse({
      ...Object.fromEntries(form),
      sites: form.getAll('sites'),
    });
    if (!parsed.success) return refuseForm(form, KEPT, formProblems(parsed.error.issues));
    const added = await addDeviceModel({ actor, input: parsed.data, now });
    if (!added.ok) {
      switch (added.reason.kind) {
        case 'not-allowed':
          return refuseForm(form, `Your role in this clinic does not include this. ${KEPT}`);
        case 'id-reused':
          return refuseForm(form, 'This form was already sent with other values. Open the page again.');
        case 'name-taken':
          return refuseForm(form, KEPT, {
            name: 'Your catalogue has a model of this maker and name. Retire that one first, or name this one apart.',
          });
      }
    }
    refresh();
    const { maker, name } = parsed.data;
    return { status: 'saved', message: `${maker} ${name} is offered from now on.` };
  });
}
