import { z } from 'zod';
import { SIGNS, type Sign } from '#lib/domain/complication/complication.ts';
import { CONTACT_KINDS, CONTACT_OUTCOMES } from '#lib/domain/contact/contact.ts';
import { choiceField, idField, momentField, optionalTextField, orNull, tickField } from './form-fields.ts';

/** Warning signs as a form or a file lists them, each once, in the order of the check list. */
export const signsField = z
  .array(choiceField(SIGNS, 'choose signs of the list'))
  .max(100, 'choose signs of the list')
  .transform((signs): readonly Sign[] => SIGNS.filter((sign) => signs.includes(sign)));

/** A contact with the family, or the correction of one (`correctsId`; `retracted` when it never was). */
export const contactInput = z
  .object({
    id: idField,
    kind: choiceField(CONTACT_KINDS, 'choose how'),
    /** Left out: now. */
    at: orNull(momentField),
    caregiverId: orNull(idField),
    outcome: choiceField(CONTACT_OUTCOMES, 'choose what came of it'),
    signs: signsField.default([]),
    note: optionalTextField(2000),
    correctsId: orNull(idField).default(null),
    retracted: tickField.default(false),
  })
  .superRefine(({ outcome, signs, correctsId, retracted }, context) => {
    if (outcome === 'no-answer' && signs.length > 0) {
      context.addIssue({ code: 'custom', path: ['signs'], message: 'who did not answer told of no sign' });
    }
    if (retracted && correctsId === null) {
      context.addIssue({ code: 'custom', path: ['correctsId'], message: 'say which contact is withdrawn' });
    }
  });
export type ContactInput = z.output<typeof contactInput>;
