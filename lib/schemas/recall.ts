import { z } from 'zod';
import { choiceField, dayField, idField, optionalTextField, orNull, textField } from './form-fields.ts';

/** What is recalled: a model, a lot, a serial number, or some together. */
const covered = z.object({
  modelId: orNull(idField),
  lot: optionalTextField(60),
  serial: optionalTextField(60),
});

/** A recall as it was published, with how soon somebody has to look at a child who has such a device. */
export const recordRecallInput = covered
  .extend({
    id: idField,
    level: choiceField(['act-now', 'look-today', 'information'], 'choose how soon somebody has to look'),
    reason: textField(1000, 'say what is wrong with the devices'),
    reference: textField(300, 'say where it was published, such as its number'),
    issuedDay: dayField,
  })
  .superRefine(({ modelId, lot, serial }, context) => {
    if (modelId !== null || lot !== null || serial !== null) return;
    context.addIssue({
      code: 'custom',
      path: ['modelId'],
      message: 'name a model, a lot or a serial number',
    });
  });
export type RecordRecallInput = z.output<typeof recordRecallInput>;

/** That a recall no longer stands, and why. */
export const withdrawRecallInput = z.object({
  recallId: idField,
  reason: textField(1000, 'say why it no longer stands'),
});
export type WithdrawRecallInput = z.output<typeof withdrawRecallInput>;
