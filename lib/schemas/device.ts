import { z } from 'zod';
import { readBarcode, showSeparators } from './barcode.ts';
import {
  choiceField,
  dayField,
  idField,
  mmField,
  momentField,
  optionalTextField,
  orNull,
  textField,
  wholeField,
} from './form-fields.ts';

const TURN_DIRECTIONS = ['with-arrow', 'against-arrow'] as const;
const MRI_STATUSES = ['safe', 'conditional', 'unsafe', 'unknown'] as const;

/** A distractor as it was placed. Distances are typed in mm and kept in µm. */
export const deviceFields = z
  .object({
    modelId: orNull(idField),
    label: textField(40, 'give the label by which the family and the clinic know it'),
    position: textField(120, 'say where it sits'),
    umPerTurn: mmField(0.001, 10).refine((um) => um > 0, 'give the millimetres of a whole turn, such as 0.5'),
    actuationsPerTurn: wholeField(1, 100, 'actuations in a whole turn'),
    turnDirection: choiceField(TURN_DIRECTIONS, 'choose which way the driver is turned'),
    travelUm: orNull(mmField(0.001, 200)),
    initialOpeningUm: mmField(0, 200),
    placedAt: momentField,
    lot: optionalTextField(60),
    serial: optionalTextField(60),
    /** The device identifier, or the whole text of the barcode. */
    udi: z.preprocess(showSeparators, optionalTextField(300)),
    expiresDay: orNull(dayField),
    mriStatus: choiceField(MRI_STATUSES).default('unknown'),
    mriReference: optionalTextField(300),
    arm: optionalTextField(120),
    driver: optionalTextField(120),
  })
  .transform(readBarcode)
  .superRefine(({ travelUm, initialOpeningUm, mriStatus, mriReference }, context) => {
    if (mriStatus !== 'unknown' && mriReference === null) {
      context.addIssue({
        code: 'custom',
        path: ['mriReference'],
        message: 'name the instructions for use that say so: MRI status is never inferred',
      });
    }
    if (travelUm !== null && initialOpeningUm > travelUm) {
      context.addIssue({
        code: 'custom',
        path: ['initialOpeningUm'],
        message: 'the opening cannot exceed the travel',
      });
    }
  });
export type DeviceFields = z.output<typeof deviceFields>;

/** A device that is placed; its id is made by the client. */
export const placeDeviceInput = z.intersection(z.object({ id: idField }), deviceFields);
export type PlaceDeviceInput = z.output<typeof placeDeviceInput>;

/** What was written wrongly of a device, put right; `version` is the one that was on the screen. */
export const correctDeviceInput = z.intersection(
  z.object({ id: idField, version: wholeField(1, 1_000_000_000, 'the version') }),
  deviceFields,
);
export type CorrectDeviceInput = z.output<typeof correctDeviceInput>;
