import { ActionForm } from '#components/forms/action-form.tsx';
import { SelectField } from '#components/forms/choice-field.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { MomentFields } from '#components/intake/moment-fields.tsx';
import { tellDecisionAction } from '#lib/actions/tell-decision-action.ts';
import type { Choice } from '#lib/view/intake-words.ts';

type TellDecisionFormProps = {
  caseId: string;
  eventId: string;
  what: string;
  now: { day: string; time: string };
  zoneNote: string;
  staff: readonly Choice[];
};

/** When the family was told of a decision about the course, and by whom: said once. */
export function TellDecisionForm({ caseId, eventId, what, now, zoneNote, staff }: TellDecisionFormProps) {
  return (
    <details>
      <summary className="cursor-pointer">not yet; record it</summary>
      <ActionForm
        action={tellDecisionAction}
        labels={{ toldAtDay: 'Told, day', toldAtTime: 'Told, time' }}
        aria-label={`Family told: ${what}`}
        className="gap-2! pt-2"
      >
        <input type="hidden" name="caseId" value={caseId} />
        <input type="hidden" name="eventId" value={eventId} />
        <MomentFields name="toldAt" label="Family told" day={now.day} time={now.time} zoneNote={zoneNote} />
        <SelectField name="toldById" label="By" options={staff} placeholder="You" optional />
        <SubmitButton variant="secondary" pendingLabel="Saving…" className="justify-self-start">
          The family was told
        </SubmitButton>
      </ActionForm>
    </details>
  );
}
