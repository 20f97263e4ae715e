import { z } from 'zod';
import { choiceField, idField, momentField, optionalTextField, orNull, textField } from './form-fields.ts';

const FLAG_LEVELS = ['act-now', 'look-today', 'information'] as const;

/** Acknowledges a flag at the level that was on the screen, until a time or until it worsens. */
export const flagDecisionInput = z.object({
  id: idField,
  flagKey: textField(200, 'say which flag'),
  level: choiceField(FLAG_LEVELS, 'say at which level'),
  until: orNull(momentField),
  note: optionalTextField(1000).transform((note) => note ?? ''),
});
export type FlagDecisionInput = z.output<typeof flagDecisionInput>;
