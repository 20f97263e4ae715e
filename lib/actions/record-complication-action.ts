'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { recordComplication } from '#lib/operations/record-complication.ts';
import { recordComplicationInput } from '#lib/schemas/complication.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { refuseComplication, refuseUnread } from './complication-refusal.ts';
import { formProblems } from './form-problems.ts';
import { caseAction, previewed } from './guard-action.ts';
import { waitsAt } from './waits-at.ts';

/** Records a complication and shows it among the others. */
export async function recordComplicationAction(_previous: FormState, form: FormData): Promise<FormState> {
  return caseAction(form, 'complication.record', async ({ actor, caseId, now }) => {
    if (form.get('intent') === 'preview') return previewed(form);
    const parsed = recordComplicationInput.safeParse({
      ...Object.fromEntries(form),
      signs: form.getAll('signs'),
      turnDevices: form.getAll('turnDevices'),
    });
    if (!parsed.success) return refuseUnread(form, formProblems(parsed.error.issues));
    const recorded = await recordComplication({ actor, caseId, input: parsed.data, now });
    if (!recorded.ok) return refuseComplication(form, recorded.reason);
    refresh();
    const { id, proposed } = recorded.value;
    redirect(proposed ? waitsAt(caseId, proposed) : `/cases/${caseId}/complications#${id}`);
  });
}
