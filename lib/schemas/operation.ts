import { z } from 'zod';
import { OPERATION_KINDS } from '#lib/domain/facts.ts';
import { choiceField, idField, momentField, optionalTextField, orNull, tickField } from './form-fields.ts';

/**
 * An operation that took place, or the correction of one (`correctsId`; `retracted` when it never was).
 * `removedDeviceIds`: what it took out.
 */
export const operationInput = z
  .object({
    id: idField,
    kind: choiceField(OPERATION_KINDS, 'choose the operation'),
    endedAt: momentField,
    note: optionalTextField(2000),
    removedDeviceIds: z.array(idField).max(50).default([]),
    correctsId: orNull(idField),
    retracted: tickField,
  })
  .superRefine(({ kind, removedDeviceIds, correctsId, retracted }, context) => {
    if ((kind === 'index' || retracted) && removedDeviceIds.length > 0) {
      context.addIssue({
        code: 'custom',
        path: ['removedDeviceIds'],
        message: 'this operation takes no device out',
      });
    }
    if (retracted && correctsId === null) {
      context.addIssue({ code: 'custom', path: ['correctsId'], message: 'say which operation is withdrawn' });
    }
  });
export type OperationInput = z.output<typeof operationInput>;
