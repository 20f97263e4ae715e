import { z } from 'zod';
import { SITES } from '#lib/domain/facts.ts';
import {
  choiceField,
  idField,
  mmField,
  optionalTextField,
  orNull,
  textField,
  wholeField,
} from './form-fields.ts';

const travelSentence = 'give the lengths in mm, such as 15, 20, 25';

/** Lengths of travel as they stand in a catalogue, `15, 20, 25` mm; the values are in µm. */
const travelsField = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(/[;,\s]+/).filter((part) => part !== '') : value),
  z.array(mmField(0.001, 200), travelSentence).max(40, travelSentence),
);

/** A model that the clinic adds to its catalogue. What is left empty is confirmed at placement. */
export const addDeviceModelInput = z.object({
  id: idField,
  maker: textField(120, 'name the maker'),
  name: textField(120, 'name the model'),
  sites: z.array(choiceField(SITES)).min(1, 'choose at least one site').max(SITES.length),
  umPerTurn: orNull(mmField(0.001, 10)),
  actuationsPerTurn: orNull(wholeField(1, 100, 'actuations in a whole turn')),
  travelsUm: travelsField,
  source: textField(300, 'say where the figures come from'),
  note: optionalTextField(500),
});
export type AddDeviceModelInput = z.output<typeof addDeviceModelInput>;

/** A model that is not offered any more. */
export const retireDeviceModelInput = z.object({ modelId: idField });
