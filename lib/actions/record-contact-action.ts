'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { type ContactReason, recordContact } from '#lib/operations/record-contact.ts';
import { contactInput } from '#lib/schemas/contact.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { momentProblem, refuseCase } from './case-refusal.ts';
import { formProblems } from './form-problems.ts';
import { caseAction, refuseForm } from './guard-action.ts';

const KEPT = 'The contact was not saved; what you typed is still here.';

/** Records a contact with the family, and leads on to what was agreed in it. */
export async function recordContactAction(_previous: FormState, form: FormData): Promise<FormState> {
  return caseAction(form, 'contact.record', async ({ actor, caseId, now }) => {
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const at = `${text('atDay')} ${text('atTime')}`.trim();
    const parsed = contactInput.safeParse({
      ...Object.fromEntries(form),
      id: text('contactId'),
      at: at === '' ? null : at,
      signs: form.getAll('signs'),
    });
    if (!parsed.success) {
      const { at: when, ...fields } = formProblems(parsed.error.issues);
      return refuseForm(form, KEPT, when ? { ...fields, atDay: when } : fields);
    }
    const recorded = await recordContact({ actor, caseId, input: parsed.data, now });
    refresh();
    if (!recorded.ok) return refusal(form, recorded.reason);
    redirect(nextPage(caseId, parsed.data.outcome, text('from')));
  });
}

/** Turns that were done during the call are recorded next, and a hold is written; else back to where it came from. */
function nextPage(caseId: string, outcome: string, from: string): string {
  if (outcome === 'turned-now') return `/cases/${caseId}/turns/call`;
  if (outcome === 'told-to-hold') return `/cases/${caseId}/protocol`;
  return from === 'calls' ? '/calls' : `/cases/${caseId}/contacts`;
}

function refusal(form: FormData, reason: ContactReason): FormState {
  switch (reason.kind) {
    case 'time-does-not-exist':
    case 'in-the-future':
      return refuseForm(form, KEPT, momentProblem(reason, 'at'));
    case 'caregiver-unknown':
      return refuseForm(form, KEPT, { caregiverId: 'This person is no longer on record. Choose another.' });
    case 'correction-of-unknown':
      return refuseForm(
        form,
        'This contact was withdrawn or corrected before. Open the page again to see it.',
      );
    default:
      return refuseCase(form, reason);
  }
}
