'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { type ContactReason, recordContact } from '#lib/operations/record-contact.ts';
import { type ContactInput, contactInput } from '#lib/schemas/contact.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { CONTACT_OUTCOME_WORDS } from '#lib/view/contact-words.ts';
import { protocolProblemWords } from '#lib/view/protocol-problem-words.ts';
import { turnProblemWords } from '#lib/view/turn-problem-words.ts';
import { momentProblem, refuseCase } from './case-refusal.ts';
import { formProblems } from './form-problems.ts';
import { caseAction, refuseForm } from './guard-action.ts';
import { waitsAt } from './waits-at.ts';

const KEPT = 'The contact was not saved; what you typed is still here.';
const UNSAID = `Press the button that says what came of it. ${KEPT}`;

/** Records a contact with the family, and leads on to what was agreed in it. */
export async function recordContactAction(_previous: FormState, form: FormData): Promise<FormState> {
  return caseAction(form, 'contact.record', async ({ actor, caseId, now }) => {
    const text = (name: string) => String(form.get(name) ?? '').trim();
    if (text('outcome') === '') return refuseForm(form, UNSAID);
    const at = `${text('atDay')} ${text('atTime')}`.trim();
    const parsed = contactInput.safeParse({
      ...Object.fromEntries(form),
      id: text('contactId'),
      at: at === '' ? null : at,
      signs: form.getAll('signs'),
      hold: holdOf(form),
    });
    if (!parsed.success) {
      const issues = parsed.error.issues.map(({ path, message }) => ({ path: [controlOf(path)], message }));
      return refuseForm(form, KEPT, formProblems(issues));
    }
    const recorded = await recordContact({ actor, caseId, input: parsed.data, now });
    refresh();
    if (!recorded.ok) return refusal(form, recorded.reason);
    const { proposed, published } = recorded.value;
    if (proposed) redirect(waitsAt(caseId, proposed));
    // What became of the versions signed for later is said there.
    if (published) redirect(`/cases/${caseId}/protocol?published=${published}`);
    const next = nextPage(caseId, parsed.data, { from: text('from'), next: text('next') });
    if (next !== OPEN_CALLS) redirect(next);
    const words = CONTACT_OUTCOME_WORDS[parsed.data.outcome].toLowerCase();
    return { status: 'saved', message: `call recorded, ${words}.`, to: `/cases/${caseId}/contacts` };
  });
}

/** The hold of the form; null where none is told of, or there is nothing to hold. */
function holdOf(form: FormData): Record<string, unknown> | null {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  if (text('outcome') !== 'told-to-hold' || text('hold') !== 'on') return null;
  return {
    deviceIds: form.getAll('holdDevices'),
    reasonCode: text('holdReasonCode'),
    reason: text('holdReason') || text('note'),
    toldById: text('holdToldById'),
  };
}

const CONTROLS: Readonly<Record<string, string>> = {
  at: 'atDay',
  deviceIds: 'holdDevices',
  reasonCode: 'holdReasonCode',
  reason: 'holdReason',
  toldById: 'holdToldById',
};

function controlOf(path: readonly PropertyKey[]): string {
  const name = String(path[0] === 'hold' ? (path[1] ?? 'hold') : path[0]);
  return CONTROLS[name] ?? name;
}

/** The list of calls stays open where it is: nothing that is typed in its other lines is lost. */
const OPEN_CALLS = 'open-calls';

/** Turns that were done during the call are recorded next; else back to where it came from. */
function nextPage(
  caseId: string,
  { outcome, hold, correctsId }: ContactInput,
  { from, next }: { from: string; next: string },
): string {
  const isNew = correctsId === null;
  if (isNew && (outcome === 'turned-now' || next === 'turns'))
    return `/cases/${caseId}/turns/call?contact=recorded`;
  if (isNew && outcome === 'told-to-hold' && hold === null) return `/cases/${caseId}/protocol`;
  if (from === OPEN_CALLS) return OPEN_CALLS;
  return from === 'calls' ? `/calls?recorded=${caseId}` : `/cases/${caseId}/contacts`;
}

function refusal(form: FormData, reason: ContactReason): FormState {
  switch (reason.kind) {
    case 'time-does-not-exist':
    case 'in-the-future':
      return refuseForm(form, KEPT, momentProblem(reason, 'at'));
    case 'caregiver-unknown':
      return refuseForm(form, KEPT, { caregiverId: 'This person is no longer on record. Choose another.' });
    case 'no-protocol':
    case 'no-session-to-come':
    case 'device-not-planned':
    case 'not-slower':
    case 'amount-missing':
      return refuseForm(form, KEPT, { holdDevices: turnProblemWords(reason) });
    case 'impossible':
      return refuseForm(form, KEPT, {
        holdDevices: reason.problems.map((problem) => protocolProblemWords(problem, []).sentence).join(' '),
      });
    case 'correction-of-unknown':
      return refuseForm(
        form,
        'This contact was withdrawn or corrected before. Open the page again to see it.',
      );
    default:
      return refuseCase(form, reason);
  }
}
