import { ActionForm } from '#components/forms/action-form.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { correctDeviceAction } from '#lib/actions/correct-device-action.ts';
import type { DeviceValues, ModelChoice } from '#lib/view/device-form.ts';
import { DEVICE_LABELS, DeviceFormFields } from './device-form-fields.tsx';

type CorrectDeviceFormProps = {
  caseId: string;
  device: { id: string; version: number; label: string };
  models: readonly ModelChoice[];
  values: DeviceValues;
  zone: string;
  zoneNote: string;
};

/** What was written wrongly of a device, put right: the trail keeps what stood there. */
export function CorrectDeviceForm({
  caseId,
  device,
  models,
  values,
  zone,
  zoneNote,
}: CorrectDeviceFormProps) {
  return (
    <ActionForm
      action={correctDeviceAction}
      labels={DEVICE_LABELS}
      words={Object.fromEntries(models.map(({ value, label }) => [value, label]))}
      aria-label={`Correct ${device.label}`}
      className="max-w-5xl"
    >
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="id" value={device.id} />
      <input type="hidden" name="version" value={device.version} />
      <input type="hidden" name="shownZone" value={zone} />
      <p className="max-w-prose text-ink-muted">
        Turns already planned and reported stay as counts of actuations and are judged anew with the corrected
        figures. The audit trail keeps what stood here before.
      </p>
      <DeviceFormFields models={models} values={values} zoneNote={zoneNote} />
      <div className="flex flex-wrap gap-2">
        <SubmitButton pendingLabel="Saving…">Save the correction</SubmitButton>
        <ButtonLink href={`/cases/${caseId}/devices`} variant="quiet">
          Leave it as it is
        </ButtonLink>
      </div>
    </ActionForm>
  );
}
