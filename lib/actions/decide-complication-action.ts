'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { decideComplication } from '#lib/operations/decide-complication.ts';
import { decideComplicationInput } from '#lib/schemas/complication.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { refuseComplication, refuseUnread } from './complication-refusal.ts';
import { formProblems } from './form-problems.ts';
import { caseAction, previewed } from './guard-action.ts';
import { waitsAt } from './waits-at.ts';

/** Decides about the turns because of a complication, with the protocol amendment that carries it. */
export async function decideComplicationAction(_previous: FormState, form: FormData): Promise<FormState> {
  return caseAction(form, 'complication.record', async ({ actor, caseId, now }) => {
    if (form.get('intent') === 'preview') return previewed(form);
    const parsed = decideComplicationInput.safeParse({
      ...Object.fromEntries(form),
      turnDevices: form.getAll('turnDevices'),
    });
    if (!parsed.success) return refuseUnread(form, formProblems(parsed.error.issues));
    const decided = await decideComplication({ actor, caseId, input: parsed.data, now });
    if (!decided.ok) return refuseComplication(form, decided.reason);
    refresh();
    const { proposed } = decided.value;
    redirect(
      proposed ? waitsAt(caseId, proposed) : `/cases/${caseId}/complications#${parsed.data.complicationId}`,
    );
  });
}
