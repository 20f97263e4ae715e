import { z } from 'zod';
import { MOST_VISITS } from '#lib/domain/removal/removal-facts.ts';
import {
  choiceField,
  dayField,
  idField,
  momentField,
  optionalTextField,
  textField,
  tickField,
} from './form-fields.ts';

/**
 * The hardware came out. Times are read on the clock of the clinic; `closing` also ends the case, which then has had all
 * it was opened for.
 */
export const recordRemovalInput = z.object({
  id: idField,
  startedAt: momentField,
  endedAt: momentField,
  removedDeviceIds: z
    .array(idField)
    .max(20)
    .transform((ids) => [...new Set(ids)]),
  findings: textField(2000, 'say what was found'),
  stayedIn: optionalTextField(1000),
  complications: optionalTextField(1000),
  visits: z
    .array(z.object({ id: idField, day: dayField, purpose: textField(200, 'say what for') }))
    .max(MOST_VISITS),
  closing: tickField,
});
export type RecordRemovalInput = z.output<typeof recordRemovalInput>;

const ARM_STATES = ['on', 'off', 'unknown'] as const;

/** What theatre needs to know of a device before it comes out. */
export const recordHardwareInput = z.object({
  id: idField,
  deviceId: idField,
  arm: choiceField(ARM_STATES, 'say whether the arm is on'),
  staysIn: optionalTextField(300),
});
export type RecordHardwareInput = z.output<typeof recordHardwareInput>;
