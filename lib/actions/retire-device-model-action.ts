'use server';

import { refresh } from 'next/cache';
import { retireDeviceModel } from '#lib/operations/retire-device-model.ts';
import { retireDeviceModelInput } from '#lib/schemas/device-model.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { clinicAction, refuseForm } from './guard-action.ts';

const UNKNOWN = 'Your catalogue has no such model of its own. Open the page again.';

/** Offers a model of the clinic's own no longer. */
export async function retireDeviceModelAction(_previous: FormState, form: FormData): Promise<FormState> {
  return clinicAction(form, 'clinic.manage', async ({ actor, now }) => {
    const parsed = retireDeviceModelInput.safeParse(Object.fromEntries(form));
    if (!parsed.success) return refuseForm(form, UNKNOWN);
    const retired = await retireDeviceModel({ actor, modelId: parsed.data.modelId, now });
    if (!retired.ok) {
      return refuseForm(
        form,
        retired.reason.kind === 'not-allowed' ? 'Your role in this clinic does not include this.' : UNKNOWN,
      );
    }
    refresh();
    return { status: 'saved', message: 'It is not offered any more; devices of it are still found by it.' };
  });
}
