import { ActionForm } from '#components/forms/action-form.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { TextField } from '#components/forms/text-field.tsx';
import { MomentFields } from '#components/intake/moment-fields.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { recordArmRemovedAction } from '#lib/actions/record-arm-removed-action.ts';

export type ArmRemovedDraft = { id: string; deviceId: string; label: string; day: string; time: string };

type ArmRemovedFormProps = { caseId: string; draft: ArmRemovedDraft; zoneNote: string };

/** That the arm of a device was taken off while the device stays. */
export function ArmRemovedForm({ caseId, draft, zoneNote }: ArmRemovedFormProps) {
  const { id, deviceId, label, day, time } = draft;
  return (
    <section id="arm-form" aria-labelledby="arm-form-title" className="grid gap-3">
      <h3 id="arm-form-title" className="font-semibold text-base">
        Arm of {label} taken off
      </h3>
      <ActionForm
        action={recordArmRemovedAction}
        labels={{ atDay: 'Taken off, day', atTime: 'Taken off, time', reason: 'Why', deviceId: 'Device' }}
        aria-label={`Arm of ${label} taken off`}
        className="max-w-3xl"
      >
        <input type="hidden" name="caseId" value={caseId} />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="deviceId" value={deviceId} />
        <MomentFields name="at" label="Taken off" day={day} time={time} zoneNote={zoneNote} />
        <TextField
          name="reason"
          label="Why"
          hint="Such as end of activation, or broken"
          maxLength={1000}
          optional
        />
        <div className="flex flex-wrap gap-2">
          <SubmitButton pendingLabel="Saving…">Record it</SubmitButton>
          <ButtonLink href={`/cases/${caseId}/devices#devices`} variant="quiet">
            Leave it as it is
          </ButtonLink>
        </div>
      </ActionForm>
    </section>
  );
}
