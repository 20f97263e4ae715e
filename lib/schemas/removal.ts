import { z } from 'zod';
import { MOST_COMPLICATIONS, MOST_VISITS } from '#lib/domain/removal/removal-facts.ts';
import { checkFailure, complicationFields, gradeFields } from './complication.ts';
import {
  dayField,
  idField,
  momentField,
  optionalTextField,
  orNull,
  textField,
  tickField,
} from './form-fields.ts';

const { kind, failure, deviceId, note } = complicationFields;

/** A complication that was seen at the removal. `settled`: nothing is left to do about it. */
const complicationInput = z
  .object({ id: idField, kind, failure, deviceId, note, ...gradeFields, settled: tickField })
  .superRefine(checkFailure);
export type RemovalComplicationInput = z.output<typeof complicationInput>;

/**
 * The hardware came out. Times are read on the clock of the clinic. The case is completed with it where every device is
 * out and no complication is open. `correctsId`: the operation that was recorded without a report, which this replaces.
 */
export const recordRemovalInput = z.object({
  id: idField,
  correctsId: orNull(idField),
  startedAt: momentField,
  endedAt: momentField,
  removedDeviceIds: z
    .array(idField)
    .max(20)
    .transform((ids) => [...new Set(ids)]),
  findings: textField(2000, 'say what was found'),
  stayedIn: optionalTextField(1000),
  complications: z.array(complicationInput).max(MOST_COMPLICATIONS),
  visits: z
    .array(z.object({ id: idField, day: dayField, purpose: textField(200, 'say what for') }))
    .max(MOST_VISITS),
});
export type RecordRemovalInput = z.output<typeof recordRemovalInput>;

/** What of a device stays in when it comes out. */
export const recordHardwareInput = z.object({
  id: idField,
  deviceId: idField,
  staysIn: optionalTextField(300),
});
export type RecordHardwareInput = z.output<typeof recordHardwareInput>;
