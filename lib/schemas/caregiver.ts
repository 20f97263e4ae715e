import { z } from 'zod';
import {
  idField,
  momentField,
  optionalTextField,
  orNull,
  textField,
  tickField,
  wholeField,
} from './form-fields.ts';

/** Who turns at home, how to reach them, and what they were taught. */
export const caregiverFields = z
  .object({
    name: textField(120, 'give the name'),
    relation: textField(60, 'give the relation to the child, such as mother'),
    language: z
      .string('choose a language')
      .trim()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'give the language as a code, such as en or es'),
    phone: optionalTextField(60),
    bestTime: optionalTextField(120),
    /** The person of the clinic who taught them. */
    taughtById: orNull(idField),
    taughtAt: orNull(momentField),
    teachBackSeen: tickField,
    toolHandedOver: tickField,
  })
  .superRefine(({ taughtById, taughtAt, teachBackSeen }, context) => {
    const missing = taughtById === null ? 'taughtById' : 'taughtAt';
    if ((taughtById === null) !== (taughtAt === null)) {
      context.addIssue({ code: 'custom', path: [missing], message: 'say both who taught them and when' });
    }
    if (teachBackSeen && taughtAt === null) {
      context.addIssue({
        code: 'custom',
        path: ['taughtAt'],
        message: 'a teach-back follows a training: say when it was',
      });
    }
  });
export type CaregiverFields = z.output<typeof caregiverFields>;

/** A caregiver, new (`version` null) or changed (`version` is the one that was on the screen). */
export const saveCaregiverInput = z.intersection(
  caregiverFields,
  z.object({ id: idField, version: orNull(wholeField(1, 1_000_000_000, 'the version')) }),
);
export type SaveCaregiverInput = z.output<typeof saveCaregiverInput>;
