import { z } from 'zod';
import { idField, momentField, optionalTextField, textField } from './form-fields.ts';

/** That the arm of a device was taken off. */
export const armRemovedInput = z.object({
  id: idField,
  deviceId: idField,
  at: momentField,
  reason: optionalTextField(1000),
});
export type ArmRemovedInput = z.output<typeof armRemovedInput>;

/** That a measured gap becomes the new base of its device. */
export const reAnchorInput = z.object({
  id: idField,
  measurementId: idField,
  reason: textField(1000, 'say why'),
});
export type ReAnchorInput = z.output<typeof reAnchorInput>;

/** That what was written of a device (its arm, a new base) never was, with why. */
export const withdrawDeviceEventInput = z.object({
  id: idField,
  eventId: idField,
  reason: textField(1000, 'say why'),
});
export type WithdrawDeviceEventInput = z.output<typeof withdrawDeviceEventInput>;
