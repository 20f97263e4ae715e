import { ActionForm } from '#components/forms/action-form.tsx';
import { RadioField, SelectField } from '#components/forms/choice-field.tsx';
import { DateField, TimeField } from '#components/forms/date-field.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { TextareaField } from '#components/forms/text-field.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { decideFlagAction } from '#lib/actions/decide-flag-action.ts';
import type { FlagLevel } from '#lib/domain/facts.ts';
import { ACTION_WORDS, DECISION_WORDS } from '#lib/view/decision-words.ts';

type DecideFormProps = {
  caseId: string;
  flag: {
    key: string;
    level: FlagLevel;
    extent: number;
    lastDecisionId: string | null;
    isCovered: boolean;
    worseAt: string;
  };
  decisionId: string;
  /** Who decides about flags here. */
  staff: readonly { value: string; label: string }[];
};

const LABELS = {
  kind: 'Decision',
  action: 'What was done',
  assigneeId: 'Whose it is',
  untilDay: 'Until',
  note: 'Note',
};
const ACTIONS = Object.entries(ACTION_WORDS).map(([value, label]) => ({ value, label }));

/** Decides about one flag. A field that the choice does not need is hidden; without style sheets it is left empty. */
export default function DecideForm({ caseId, flag, decisionId, staff }: DecideFormProps) {
  return (
    <ActionForm
      action={decideFlagAction}
      aria-label="Decide about this flag"
      labels={LABELS}
      words={Object.fromEntries(staff.map(({ value, label }) => [value, label]))}
      className="group/decide mt-2 border-line border-l-3 pl-3"
    >
      <input type="hidden" name="id" value={decisionId} />
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="flagKey" value={flag.key} />
      <input type="hidden" name="level" value={flag.level} />
      <input type="hidden" name="extent" value={flag.extent} />
      <input type="hidden" name="seenDecisionId" value={flag.lastDecisionId ?? ''} />
      <RadioField
        name="kind"
        label={LABELS.kind}
        defaultValue="acknowledged"
        options={[
          { value: 'acknowledged', label: DECISION_WORDS.acknowledged, hint: `Open again ${flag.worseAt}.` },
          {
            value: 'snoozed',
            label: DECISION_WORDS.snoozed,
            hint: 'Comes back at a time, or when it worsens.',
          },
          { value: 'resolved', label: DECISION_WORDS.resolved },
          { value: 'assigned', label: DECISION_WORDS.assigned, hint: 'Stays open.' },
          ...(flag.isCovered ? [{ value: 'reopened', label: DECISION_WORDS.reopened }] : []),
        ]}
      />
      <SelectField
        name="action"
        label={LABELS.action}
        options={ACTIONS}
        placeholder="Choose"
        className="hidden group-has-[[value=resolved]:checked]/decide:grid"
      />
      <SelectField
        name="assigneeId"
        label={LABELS.assigneeId}
        options={staff}
        placeholder="Nobody's"
        className="hidden group-has-[[value=assigned]:checked]/decide:grid"
      />
      <div className="flex flex-wrap gap-3 group-has-[[value=assigned]:checked]/decide:hidden group-has-[[value=reopened]:checked]/decide:hidden">
        <DateField name="untilDay" label={LABELS.untilDay} hint="Empty: until it worsens." optional />
        <TimeField name="untilTime" label="at" optional />
      </div>
      <TextareaField
        name="note"
        label={LABELS.note}
        hint="What you found or did."
        optional
        rows={2}
        maxLength={1000}
      />
      <div className="flex items-center gap-4">
        <SubmitButton size="sm" pendingLabel="Saving…">
          Save decision
        </SubmitButton>
        <TextLink href={`/cases/${caseId}#flags`} scroll={false}>
          Cancel
        </TextLink>
      </div>
    </ActionForm>
  );
}
