import { z } from 'zod';
import {
  CRANIAL_KINDS,
  CRANIAL_METHODS,
  type CranialKind,
  FUNDOSCOPY_FINDINGS,
  METHODS_OF,
} from '#lib/domain/measurement/cranial-measurement.ts';
import {
  choiceField,
  idField,
  mmField,
  momentField,
  optionalTextField,
  orNull,
  tickField,
} from './form-fields.ts';

const volume = {
  sentence: 'give millilitres, such as 1125.6',
  corrected: 'give millilitres gained, such as 142',
};

/** What a value must be, in its typed unit of which a thousandth is kept: mL, or parts of one. */
const RANGES: Partial<Record<CranialKind, { least: number; most: number; sentence: string }>> = {
  icv: { least: 1, most: 3_000_000, sentence: volume.sentence },
  'growth-corrected-icv': { least: -1_000_000, most: 1_000_000, sentence: volume.corrected },
  'cranial-index': { least: 300, most: 1500, sentence: 'give the index as a part of one, such as 0.85' },
  'turricephaly-index': { least: 300, most: 2000, sentence: 'give the index as a part of one, such as 0.95' },
};

/** A measurement of the head as a whole, or the correction of one, with why. */
export const cranialMeasurementInput = z
  .object({
    id: idField,
    kind: choiceField(CRANIAL_KINDS, 'choose what was measured'),
    takenAt: momentField,
    /** Thousandths of what is typed: µL of mL, and thousandths of an index. */
    value: orNull(mmField(-10_000, 10_000)),
    uncertainty: orNull(mmField(0, 1000)),
    finding: orNull(choiceField(FUNDOSCOPY_FINDINGS, 'choose what was seen')),
    method: choiceField(CRANIAL_METHODS, 'choose how it was measured'),
    note: optionalTextField(1000),
    correctsId: orNull(idField),
    correctionReason: optionalTextField(1000),
    retracted: tickField,
  })
  .superRefine(({ kind, value, uncertainty, finding, method, correctsId, correctionReason }, context) => {
    const issue = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    const range = RANGES[kind];
    const isOutside = range && (value === null || value < range.least || value > range.most);
    if (isOutside) issue('value', range.sentence);
    if (!range && value !== null) issue('value', 'fundoscopy has no value: leave it empty');
    if (!range && uncertainty !== null) issue('uncertainty', 'fundoscopy has none: leave it empty');
    if (!range && finding === null) issue('finding', 'choose what was seen');
    if (range && finding !== null) issue('finding', 'this belongs to fundoscopy');
    if (!METHODS_OF[kind].includes(method))
      issue('method', 'it cannot be measured like this: choose another');
    if (correctsId !== null && correctionReason === null) issue('correctionReason', 'say why');
  });
export type CranialMeasurementInput = z.output<typeof cranialMeasurementInput>;
