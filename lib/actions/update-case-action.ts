'use server';

import { refresh } from 'next/cache';
import { updateCase } from '#lib/operations/update-case.ts';
import { type UpdateCaseInput, updateCaseInput } from '#lib/schemas/case.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { SITE_WORDS } from '#lib/view/case-words.ts';
import { refuseCase } from './case-refusal.ts';
import { formProblems } from './form-problems.ts';
import { caseAction, refuseForm } from './guard-action.ts';
import { refuseStale } from './refuse-stale.ts';

const KEPT = 'The case is not saved yet; what you chose is still here.';

/** Changes surgeon, site or zone of a case. */
export async function updateCaseAction(_previous: FormState, form: FormData): Promise<FormState> {
  return caseAction(form, 'patient.update', async ({ actor, caseId, clinic, now }) => {
    const parsed = updateCaseInput.safeParse(Object.fromEntries(form));
    if (!parsed.success) return refuseForm(form, KEPT, formProblems(parsed.error.issues));
    const updated = await updateCase({ actor, caseId, input: parsed.data, now });
    if (updated.ok) {
      refresh();
      return { status: 'saved', message: 'The case is saved.' };
    }
    const { reason } = updated;
    switch (reason.kind) {
      case 'stale': {
        const { theirs, last } = reason;
        return refuseStale(form, {
          mine: words(parsed.data),
          theirs: words(theirs),
          last,
          zone: clinic.zone,
        });
      }
      case 'surgeon-unknown':
        return refuseForm(form, KEPT, {
          surgeonId: 'This person is no longer a surgeon of the clinic. Choose another.',
        });
      case 'zone-unknown':
        return refuseForm(form, KEPT, {
          zone: 'The database does not know this zone. Choose a city near by.',
        });
      default:
        return refuseCase(form, reason);
    }
  });
}

function words({ site, surgeonId, zone }: UpdateCaseInput): Record<string, string> {
  return { site: SITE_WORDS[site], surgeonId, zone };
}
