import { ActionForm } from '#components/forms/action-form.tsx';
import { SelectField } from '#components/forms/choice-field.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { MomentFields } from '#components/intake/moment-fields.tsx';
import { tellProtocolAction } from '#lib/actions/tell-protocol-action.ts';
import type { Choice } from '#lib/view/intake-words.ts';

type TellFormProps = {
  caseId: string;
  version: number;
  now: { day: string; time: string };
  zoneNote: string;
  staff: readonly Choice[];
};

/** When the family was told of a version: said once. */
export function TellForm({ caseId, version, now, zoneNote, staff }: TellFormProps) {
  return (
    <ActionForm
      action={tellProtocolAction}
      labels={{ toldAtDay: 'Told, day', toldAtTime: 'Told, time' }}
      aria-label={`Family told of version ${version}`}
      className="gap-2!"
    >
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="version" value={version} />
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <MomentFields name="toldAt" label="Family told" day={now.day} time={now.time} zoneNote={zoneNote} />
        <SelectField name="toldById" label="By" options={staff} placeholder="You" optional />
        <SubmitButton variant="secondary" pendingLabel="Saving…">
          The family was told
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
