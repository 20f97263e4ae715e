import { z } from 'zod';
import { dayField, idField, optionalTextField, orNull, textField } from './form-fields.ts';
import { PHOTOGRAPH_NOTE_CHARACTERS } from './photograph-answer.ts';

/** What is said of a photograph; the picture comes beside it. */
export const photographInput = z.object({
  id: idField,
  deviceId: orNull(idField),
  complicationId: orNull(idField),
  takenDay: dayField,
  note: optionalTextField(PHOTOGRAPH_NOTE_CHARACTERS),
});
export type PhotographInput = z.output<typeof photographInput>;

/** That a photograph is withdrawn, and why. */
export const retractPhotographInput = z.object({
  photographId: idField,
  reason: textField(500, 'say why it is withdrawn'),
});
export type RetractPhotographInput = z.output<typeof retractPhotographInput>;
