'use server';

import type { FormState } from '#lib/schemas/form-state.ts';
import { readCorrectionForm } from '#lib/schemas/turn-correction-form.ts';
import { caseAction } from './guard-action.ts';
import { recordWrittenTurns } from './record-written-turns.ts';

/** Corrects or withdraws a report; the original is kept. `place` is the entry to come back to. */
export async function correctTurnAction(_previous: FormState, form: FormData): Promise<FormState> {
  return caseAction(form, 'turns.record', (at) => {
    const place = form.get('place');
    return recordWrittenTurns(at, {
      form,
      written: readCorrectionForm(form),
      nothing: 'Nothing is filled in yet.',
      secondInSlot: 'keep',
      ...(typeof place === 'string' ? { at: place } : {}),
    });
  });
}
