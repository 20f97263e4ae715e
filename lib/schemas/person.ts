import { z } from 'zod';
import { ROLES } from '#lib/domain/access/actor.ts';
import { idField, textField } from './form-fields.ts';

const emailSentence = 'give an e-mail address, such as ana@clinic.example';

/** An e-mail address as it is stored: in lower case. */
const emailField = z
  .string(emailSentence)
  .trim()
  .toLowerCase()
  .max(254, emailSentence)
  .regex(/^[\x21-\x3f\x41-\x7e]{1,64}@[\x21-\x3f\x41-\x7e]{1,189}$/, emailSentence);

/** Roles in one clinic, each once. */
const rolesField = z
  .array(z.enum(ROLES, 'choose from the roles listed'))
  .transform((roles) => ROLES.filter((role) => roles.includes(role)));

/** Somebody to be given a role in a clinic. */
export const newPersonSchema = z.object({
  email: emailField,
  name: textField(200, 'give the name'),
  roles: rolesField.refine((roles) => roles.length > 0, 'choose at least one role'),
});

/** The roles a person shall have in a clinic, and those that were on the screen; none takes him out of it. */
export const changedRolesSchema = z.object({ personId: idField, roles: rolesField, before: rolesField });

/** One person of the clinic. */
export const personIdSchema = z.object({ personId: idField });

const SHORTEST_PASSWORD = 12;

/** A new password, typed twice: long rather than strange, as NIST SP 800-63B advises. */
export const newPasswordSchema = z
  .object({
    password: z
      .string('choose a password')
      .min(
        SHORTEST_PASSWORD,
        `choose at least ${SHORTEST_PASSWORD} characters; several words are easy to remember`,
      )
      .max(200, 'choose at most 200 characters')
      .refine((text) => new Set(text.toLowerCase()).size >= 5, 'choose one with more different characters'),
    repeatedPassword: z.string('type the password again'),
  })
  .refine(({ password, repeatedPassword }) => password === repeatedPassword, {
    path: ['repeatedPassword'],
    message: 'the two passwords differ; type the same one twice',
  });
