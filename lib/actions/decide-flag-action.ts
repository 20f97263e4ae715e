'use server';

import { redirect } from 'next/navigation';
import { decideFlag, type FlagDecisionReason } from '#lib/operations/decide-flag.ts';
import { type FlagDecisionInput, flagDecisionInput } from '#lib/schemas/flag-decision.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { ACTION_WORDS, decisionParts } from '#lib/view/decision-words.ts';
import { formatInstant } from '#lib/view/format-date.ts';
import { formProblems } from './form-problems.ts';
import { caseAction, refuseForm } from './guard-action.ts';
import { refuseStale } from './refuse-stale.ts';

/**
 * Decides about a flag of a case: acknowledges, snoozes, assigns, resolves or reopens it. Leads to the flags of the
 * case, unless it comes from the worklist, which stays where it is.
 */
export async function decideFlagAction(_previous: FormState, form: FormData): Promise<FormState> {
  return caseAction(form, 'flag.decide', async ({ actor, clinic, caseId, now }) => {
    const parsed = flagDecisionInput.safeParse({ ...Object.fromEntries(form), until: untilOf(form) });
    if (!parsed.success) {
      const { until, ...fields } = formProblems(parsed.error.issues);
      return refuseForm(form, 'Nothing is decided yet.', until ? { ...fields, untilDay: until } : fields);
    }
    const decided = await decideFlag({ actor, caseId, input: parsed.data, now });
    if (!decided.ok) return refusal(form, decided.reason, parsed.data, clinic.zone);
    if (form.get('from') === 'worklist') return { status: 'saved' };
    redirect(`/cases/${caseId}#flags`);
  });
}

/** A day alone means the end of that day. */
function untilOf(form: FormData): string {
  const day = String(form.get('untilDay') ?? '').trim();
  const time = String(form.get('untilTime') ?? '').trim();
  return day === '' ? '' : `${day} ${time === '' ? '23:59' : time}`;
}

function refusal(
  form: FormData,
  reason: FlagDecisionReason,
  input: FlagDecisionInput,
  zone: string,
): FormState {
  switch (reason.kind) {
    case 'stale': {
      const { theirs, last } = reason;
      const until = theirs.until === null ? '' : formatInstant(theirs.until, zone);
      return refuseStale(form, {
        mine: decisionParts({ ...input, until: untilOf(form) }),
        theirs: decisionParts({ ...theirs, until }),
        last,
        zone,
        again: 'Compare both; saved again, yours stands after theirs.',
      });
    }
    case 'until-in-the-past':
    case 'in-the-future':
      return refuseForm(form, 'Nothing is decided yet.', {
        untilDay: 'This time is over. Choose a later one, or leave it empty to acknowledge until it worsens.',
      });
    case 'time-does-not-exist':
      return refuseForm(form, 'Nothing is decided yet.', {
        untilTime: 'The clocks skip this time on that day. Choose another.',
      });
    case 'flag-gone':
      return refuseForm(
        form,
        'This flag no longer stands: something was recorded since. Nothing was saved; open the page again.',
      );
    case 'action-not-taken':
      return refuseForm(form, 'Nothing is decided yet.', {
        action: `Since this began, ${ACTION_WORDS[reason.action]} is not on record. Record it first.`,
      });
    case 'assignee-unknown':
      return refuseForm(form, 'Nothing is decided yet.', {
        assigneeId: 'This person no longer decides about flags here. Choose another.',
      });
    case 'flag-worsened':
      return refuseForm(
        form,
        'This flag has become worse since the page was opened. Nothing was saved; open the page again to see it.',
      );
    case 'not-found':
      return refuseForm(form, 'There is no such case any more. Nothing was saved.');
    case 'not-allowed':
      return refuseForm(
        form,
        'Your role here does not allow this. Nothing was saved; ask a surgeon or a nurse.',
      );
    case 'case-closed':
      return refuseForm(
        form,
        'The case is closed, so nothing can be decided about its flags any more. Nothing was saved.',
      );
    case 'id-reused':
      return refuseForm(
        form,
        'This form was already sent with another answer, which is kept. Open the page again to see it.',
      );
  }
}
