import { z } from 'zod';
import { idField, momentField, optionalTextField, orNull, textField, tickField } from './form-fields.ts';

/** That the arm of a device was taken off, or that this was written wrongly (`correctsId`, `retracted`). */
export const armRemovedInput = z
  .object({
    id: idField,
    deviceId: idField,
    at: momentField,
    reason: optionalTextField(1000),
    correctsId: orNull(idField),
    retracted: tickField,
  })
  .superRefine(({ correctsId, retracted }, context) => {
    if (!retracted || correctsId !== null) return;
    context.addIssue({ code: 'custom', path: ['correctsId'], message: 'say which entry is withdrawn' });
  });
export type ArmRemovedInput = z.output<typeof armRemovedInput>;

/** That a measured gap becomes the new base of its device. */
export const reAnchorInput = z.object({
  id: idField,
  measurementId: idField,
  reason: textField(1000, 'say why'),
});
export type ReAnchorInput = z.output<typeof reAnchorInput>;
