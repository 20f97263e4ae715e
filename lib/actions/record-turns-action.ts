'use server';

import type { FormState } from '#lib/schemas/form-state.ts';
import { readCallForm } from '#lib/schemas/turn-call-form.ts';
import { readSheetForm } from '#lib/schemas/turn-sheet-form.ts';
import { caseAction } from './guard-action.ts';
import { recordWrittenTurns } from './record-written-turns.ts';

/** Records what a family said on the phone. */
export async function recordCallAction(_previous: FormState, form: FormData): Promise<FormState> {
  return caseAction(form, 'turns.record', (at) =>
    recordWrittenTurns(at, {
      form,
      written: readCallForm(form),
      nothing: 'Nothing is filled in yet. Choose what happened in at least one slot, then save.',
      secondInSlot: 'ask',
    }),
  );
}

/** Records what was transcribed from a paper sheet. */
export async function recordSheetAction(_previous: FormState, form: FormData): Promise<FormState> {
  return caseAction(form, 'turns.record', (at) =>
    recordWrittenTurns(at, {
      form,
      written: readSheetForm(form),
      nothing: 'All cells are empty. Write at least one turn, then save.',
      secondInSlot: 'ask',
    }),
  );
}
