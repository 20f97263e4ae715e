import { z } from 'zod';
import { MEASUREMENT_METHODS } from '#lib/domain/measurement/measurement.ts';
import {
  choiceField,
  idField,
  mmField,
  momentField,
  optionalTextField,
  orNull,
  tickField,
} from './form-fields.ts';

const MEASUREMENT_KINDS = ['device-gap', 'bone-gap', 'head-circumference'] as const;

/**
 * A measurement, or the correction of one (`correctsId`, with the reason; `retracted` when it never was). A gap is
 * measured at a device; a head circumference belongs to the child.
 */
export const measurementInput = z
  .object({
    id: idField,
    kind: choiceField(MEASUREMENT_KINDS, 'choose what was measured'),
    deviceId: orNull(idField),
    takenAt: momentField,
    valueUm: mmField(-200, 1000),
    uncertaintyUm: orNull(mmField(0, 100)),
    method: choiceField(MEASUREMENT_METHODS, 'choose how it was measured'),
    note: optionalTextField(1000),
    correctsId: orNull(idField),
    correctionReason: optionalTextField(1000),
    retracted: tickField,
  })
  .superRefine(({ kind, deviceId, valueUm, correctsId, correctionReason, retracted }, context) => {
    if (kind === 'head-circumference' && deviceId !== null) {
      context.addIssue({
        code: 'custom',
        path: ['deviceId'],
        message: 'a head circumference belongs to no device',
      });
    }
    if (kind !== 'head-circumference' && deviceId === null) {
      context.addIssue({ code: 'custom', path: ['deviceId'], message: 'choose the device' });
    }
    if (kind === 'head-circumference' && valueUm <= 0) {
      context.addIssue({ code: 'custom', path: ['valueUm'], message: 'give a length above 0' });
    }
    if (correctsId !== null && correctionReason === null) {
      context.addIssue({ code: 'custom', path: ['correctionReason'], message: 'say why it is corrected' });
    }
    if ((retracted || correctionReason !== null) && correctsId === null) {
      context.addIssue({
        code: 'custom',
        path: ['correctsId'],
        message: 'say which measurement is corrected',
      });
    }
  });
export type MeasurementInput = z.output<typeof measurementInput>;
