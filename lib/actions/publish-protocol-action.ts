'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { isBefore } from '#lib/domain/protocol/base-version.ts';
import type { VersionProblem } from '#lib/domain/protocol/judge-version.ts';
import type { ProtocolVersion } from '#lib/domain/protocol/version.ts';
import {
  type PublishProtocolReason,
  publishProtocolVersion,
} from '#lib/operations/publish-protocol-version.ts';
import { atControls } from '#lib/schemas/form-moment.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { type PublishProtocolInput, publishProtocolInput } from '#lib/schemas/protocol.ts';
import { readProtocolForm } from '#lib/schemas/protocol-form.ts';
import { slotWords } from '#lib/view/later-words.ts';
import { protocolProblemWords } from '#lib/view/protocol-problem-words.ts';
import { protocolWords } from '#lib/view/protocol-words.ts';
import { versionDifference } from '#lib/view/version-difference.ts';
import { momentProblem, refuseCase } from './case-refusal.ts';
import { formProblems } from './form-problems.ts';
import { caseAction, previewed, refuseForm } from './guard-action.ts';
import { refuseStale } from './refuse-stale.ts';
import { waitsAt } from './waits-at.ts';

const KEPT = 'Nothing is published yet; what you typed is still here.';

/** Writes the next version of the protocol, in force or for a surgeon to sign. */
export async function publishProtocolAction(_previous: FormState, form: FormData): Promise<FormState> {
  return caseAction(form, 'protocol.publish', async ({ actor, caseId, clinic, now }) => {
    if (form.get('intent') === 'preview') return previewed(form);
    const { values, rows, controlOf, sentences } = readProtocolForm(form);
    const parsed = publishProtocolInput.safeParse(values);
    if (!parsed.success) {
      const issues = parsed.error.issues.map(({ path, message }) => ({ path: [controlOf(path)], message }));
      const problems = atControls(form, formProblems(issues), ['toldAt']);
      const worded = Object.entries(problems).map(([name, said]) => [name, sentences[name] ?? said]);
      return refuseForm(form, KEPT, Object.fromEntries(worded));
    }
    const published = await publishProtocolVersion({ actor, caseId, input: parsed.data, now });
    if (!published.ok) return refusal(form, published.reason, parsed.data, { rows, zone: clinic.zone });
    refresh();
    const { version, pending } = published.value;
    redirect(pending ? waitsAt(caseId, version) : `/cases/${caseId}/protocol?published=${version}`);
  });
}

type Shown = { rows: readonly number[]; zone: string };

function refusal(
  form: FormData,
  reason: PublishProtocolReason,
  input: PublishProtocolInput,
  { rows, zone }: Shown,
): FormState {
  switch (reason.kind) {
    case 'stale': {
      const { theirs, devices } = reason;
      return refuseStale(form, {
        mine: protocolWords(input),
        theirs: theirs ? protocolWords(theirs) : {},
        last: theirs && { by: theirs.authorId, at: theirs.recordedAt },
        zone,
        difference: theirs ? versionDifference(theirs, input, devices) : [],
        ...(theirs && isBefore(input, theirs) ? { again: goesOnWords(theirs) } : {}),
      });
    }
    case 'impossible':
      return refuseForm(form, `This cannot be followed. ${KEPT}`, problemFields(reason.problems, rows));
    case 'time-does-not-exist':
    case 'in-the-future':
      return refuseForm(form, KEPT, momentProblem(reason, 'toldAt'));
    default:
      return refuseCase(form, reason);
  }
}

/** Theirs begins later: it is not replaced. */
function goesOnWords(theirs: ProtocolVersion): string {
  return `Theirs begins later, ${slotWords(theirs)}: saved again, yours holds until then, and theirs goes on with yours in it, as the preview says.`;
}

function problemFields(problems: readonly VersionProblem[], rows: readonly number[]): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const problem of problems) {
    const { control, sentence } = protocolProblemWords(problem, rows);
    fields[control] ??= sentence;
  }
  return fields;
}
