import { ActionForm } from '#components/forms/action-form.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { updateCaseAction } from '#lib/actions/update-case-action.ts';
import type { Choice } from '#lib/view/intake-words.ts';
import { CASE_LABELS, CaseFields } from './case-fields.tsx';

type CaseFormProps = {
  caseId: string;
  header: { version: number; surgeonId: string; site: string; zone: string };
  surgeons: readonly Choice[];
};

/** Site, surgeon and zone of a case, to be changed. */
export function CaseForm({ caseId, header, surgeons }: CaseFormProps) {
  return (
    <ActionForm
      action={updateCaseAction}
      labels={CASE_LABELS}
      words={Object.fromEntries(surgeons.map(({ value, label }) => [value, label]))}
      aria-label="Case"
      className="max-w-5xl"
    >
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="version" value={header.version} />
      <CaseFields surgeons={surgeons} {...header} />
      <SubmitButton variant="secondary" pendingLabel="Saving…" className="justify-self-start">
        Save the case
      </SubmitButton>
    </ActionForm>
  );
}
