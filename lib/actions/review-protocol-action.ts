'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { type ReviewProtocolReason, reviewProtocolVersion } from '#lib/operations/review-protocol-version.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { reviewProtocolInput } from '#lib/schemas/protocol.ts';
import { PROPOSAL_WORDS } from '#lib/view/amendment-words.ts';
import { protocolProblemWords } from '#lib/view/protocol-problem-words.ts';
import { refuseCase } from './case-refusal.ts';
import { formProblems } from './form-problems.ts';
import { caseAction, refuseForm } from './guard-action.ts';

const KEPT = 'Nothing is saved yet; what you typed is still here.';

/** Co-signs a version that waits for a surgeon, or declines it. */
export async function reviewProtocolAction(_previous: FormState, form: FormData): Promise<FormState> {
  return caseAction(form, 'protocol.cosign', async ({ actor, caseId, now }) => {
    const parsed = reviewProtocolInput.safeParse(Object.fromEntries(form));
    if (!parsed.success) return refuseForm(form, KEPT, formProblems(parsed.error.issues));
    const reviewed = await reviewProtocolVersion({ actor, caseId, input: parsed.data, now });
    if (!reviewed.ok) return refusal(form, reviewed.reason);
    refresh();
    redirect(`/cases/${caseId}/protocol?reviewed=${reviewed.value.version}`);
  });
}

function refusal(form: FormData, reason: ReviewProtocolReason): FormState {
  switch (reason.kind) {
    case 'not-pending':
      refresh();
      return refuseForm(
        form,
        `This version no longer waits for a signature: ${PROPOSAL_WORDS[reason.standing]}.`,
      );
    case 'version-unknown':
      return refuseForm(form, 'The case has no such version. Open the page again.');
    case 'own-version':
      return refuseForm(form, 'You wrote this version yourself: another surgeon signs it.');
    case 'impossible': {
      const [problem] = reason.problems;
      const why = problem ? protocolProblemWords(problem, [1]).sentence : '';
      return refuseForm(form, `It cannot come into force any more. ${why} Decline it, or write it anew.`);
    }
    default:
      return refuseCase(form, reason);
  }
}
