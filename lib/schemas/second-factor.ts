import { z } from 'zod';

const passwordField = z
  .string('type your present password')
  .min(1, 'type your present password')
  .max(200, 'this is not your present password');

/** A code of an authenticator app, or a recovery code, with the blanks people type. */
export const codeField = z
  .string('type the code')
  .trim()
  .min(1, 'type the code')
  .max(40, 'type the six digits that the app shows');

/** One step of changing one's own second factor. */
export const secondFactorSchema = z.discriminatedUnion('step', [
  z.object({ step: z.literal('set-up'), currentPassword: passwordField }),
  z.object({ step: z.literal('confirm'), code: codeField }),
  z.object({ step: z.literal('turn-off'), currentPassword: passwordField, code: codeField }),
]);
