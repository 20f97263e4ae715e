import { ActionForm } from '#components/forms/action-form.tsx';
import { DateField, TimeField } from '#components/forms/date-field.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { TextareaField } from '#components/forms/text-field.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { decideFlagAction } from '#lib/actions/decide-flag-action.ts';
import type { FlagLevel } from '#lib/domain/facts.ts';

type AcknowledgeFormProps = {
  caseId: string;
  flagKey: string;
  level: FlagLevel;
  decisionId: string;
};

/** Takes a flag off the top of the list until a time, or until it becomes worse. */
export default function AcknowledgeForm({ caseId, flagKey, level, decisionId }: AcknowledgeFormProps) {
  return (
    <ActionForm
      action={decideFlagAction}
      aria-label="Acknowledge this flag"
      className="mt-2 border-line border-l-3 pl-3"
    >
      <input type="hidden" name="id" value={decisionId} />
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="flagKey" value={flagKey} />
      <input type="hidden" name="level" value={level} />
      <TextareaField
        name="note"
        label="Note"
        hint="What you found or did."
        optional
        rows={2}
        maxLength={1000}
      />
      <div className="flex flex-wrap gap-3">
        <DateField name="untilDay" label="Until" hint="Empty: until it worsens." optional />
        <TimeField name="untilTime" label="at" optional />
      </div>
      <div className="flex items-center gap-4">
        <SubmitButton size="sm" pendingLabel="Saving…">
          Acknowledge
        </SubmitButton>
        <TextLink href={`/cases/${caseId}#flags`} scroll={false}>
          Cancel
        </TextLink>
      </div>
    </ActionForm>
  );
}
