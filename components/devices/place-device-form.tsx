import { ActionForm } from '#components/forms/action-form.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { placeDeviceAction } from '#lib/actions/place-device-action.ts';
import type { DeviceValues, ModelChoice } from '#lib/view/device-form.ts';
import { DEVICE_LABELS, DeviceFormFields } from './device-form-fields.tsx';

type PlaceDeviceFormProps = {
  caseId: string;
  deviceId: string;
  models: readonly ModelChoice[];
  values: DeviceValues;
  zoneNote: string;
  isExchange: boolean;
};

/** One more device; the form comes back for the next one, or leads on. */
export function PlaceDeviceForm(props: PlaceDeviceFormProps) {
  const { caseId, deviceId, models, values, zoneNote, isExchange } = props;
  return (
    <ActionForm
      action={placeDeviceAction}
      labels={DEVICE_LABELS}
      aria-label="Place a device"
      className="max-w-5xl"
    >
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="id" value={deviceId} />
      <DeviceFormFields models={models} values={values} zoneNote={zoneNote} />
      <div className="flex flex-wrap gap-2">
        <SubmitButton name="then" value={isExchange ? 'exchange' : 'done'} pendingLabel="Saving…">
          {isExchange ? 'Save the device, go on to its plan' : 'Save the device'}
        </SubmitButton>
        {isExchange ? null : (
          <SubmitButton name="then" value="another" variant="secondary" pendingLabel="Saving…">
            Save and add another
          </SubmitButton>
        )}
      </div>
    </ActionForm>
  );
}
