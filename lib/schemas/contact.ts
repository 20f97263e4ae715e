import { z } from 'zod';
import { SIGNS, type Sign } from '#lib/domain/complication/complication.ts';
import { CONTACT_KINDS, CONTACT_OUTCOMES } from '#lib/domain/contact/contact.ts';
import { AMENDMENT_REASONS } from '#lib/domain/protocol/amendment.ts';
import {
  choiceField,
  idField,
  momentField,
  optionalTextField,
  orNull,
  textField,
  tickField,
} from './form-fields.ts';

/** Warning signs as a form or a file lists them, each once, in the order of the check list. */
export const signsField = z
  .array(choiceField(SIGNS, 'choose signs of the list'))
  .max(100, 'choose signs of the list')
  .transform((signs): readonly Sign[] => SIGNS.filter((sign) => signs.includes(sign)));

/** The hold that the family was told of: of which devices, why, and by whom they were told (null: whoever writes it). */
const holdInput = z.object({
  deviceIds: z.array(idField, 'choose the devices').min(1, 'choose at least one device').max(50),
  reasonCode: choiceField(AMENDMENT_REASONS, 'choose the reason'),
  reason: textField(1000, 'say why in words, here or under what was said'),
  toldById: orNull(idField),
});
export type HoldInput = z.output<typeof holdInput>;

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
    /** Only where they were told to hold; null: it is written by itself, or was before. */
    hold: holdInput.nullable().default(null),
    correctsId: orNull(idField).default(null),
    retracted: tickField.default(false),
  })
  .superRefine(({ outcome, signs, hold, correctsId, retracted }, context) => {
    if (hold !== null && (outcome !== 'told-to-hold' || correctsId !== null)) {
      context.addIssue({
        code: 'custom',
        path: ['hold'],
        message: 'a hold goes with a contact that told of it',
      });
    }
    if (outcome === 'no-answer' && signs.length > 0) {
      context.addIssue({ code: 'custom', path: ['signs'], message: 'who did not answer told of no sign' });
    }
    if (retracted && correctsId === null) {
      context.addIssue({ code: 'custom', path: ['correctsId'], message: 'say which contact is withdrawn' });
    }
  });
export type ContactInput = z.output<typeof contactInput>;
