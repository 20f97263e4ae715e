import type { DeviceRefusal } from '#lib/operations/place-device.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { momentProblem } from './case-refusal.ts';
import { refuseForm } from './guard-action.ts';

export const DEVICE_NOT_SAVED = 'The device is not saved yet; what you typed is still here.';

/** Why a device cannot be as it was written. */
export function refuseDevice(form: FormData, reason: DeviceRefusal): FormState {
  switch (reason.kind) {
    case 'label-taken':
      return refuseForm(form, DEVICE_NOT_SAVED, {
        label:
          'Another device in place has this label, so the family could not tell them apart. Choose another.',
      });
    case 'model-unknown':
      return refuseForm(form, DEVICE_NOT_SAVED, {
        modelId: 'This model is no longer in the catalogue. Choose another, or none.',
      });
    case 'time-does-not-exist':
    case 'in-the-future':
      return refuseForm(form, DEVICE_NOT_SAVED, momentProblem(reason, 'placedAt'));
  }
}
