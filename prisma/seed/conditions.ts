import type { PatientFields } from '#lib/schemas/patient.ts';
import type { Random } from './random.ts';

/** Why a child is treated; codes are those of ICD-10-CM (clinical.md §8). */
export type Condition = Pick<PatientFields, 'diagnosis' | 'sutureCodes' | 'syndrome'>;

const of = (
  diagnosis: string,
  sutureCodes: Condition['sutureCodes'],
  syndrome: string | null,
): Condition => ({
  diagnosis,
  sutureCodes,
  syndrome,
});

export const APERT = of('Bicoronal craniosynostosis', ['Q75.022', 'Q87.0'], 'Apert');
export const CROUZON = of('Craniofacial dysostosis', ['Q75.1'], 'Crouzon');
export const PFEIFFER = of('Pansynostosis', ['Q75.052', 'Q87.0'], 'Pfeiffer');
export const MUENKE = of('Bicoronal craniosynostosis', ['Q75.022'], 'Muenke');
const SAETHRE_CHOTZEN = of('Unicoronal craniosynostosis', ['Q75.021'], 'Saethre-Chotzen');
export const BILAMBDOID = of('Bilambdoid craniosynostosis', ['Q75.042'], null);
const MULTISUTURE = of('Craniosynostosis of several sutures', ['Q75.058'], null);
const SAGITTAL = of('Sagittal craniosynostosis, raised pressure', ['Q75.01'], null);
const ROBIN = of('Micrognathia with airway obstruction', ['Q87.0'], 'Robin sequence');
const TREACHER_COLLINS = of('Mandibular hypoplasia', ['Q87.0'], 'Treacher Collins');
export const CLEFT = of('Maxillary hypoplasia after cleft repair', [], null);

/** Syndromes in the shares in which units that distract the vault see them; an estimate, nothing is counted on it. */
export const vaultCondition = (random: Random): Condition =>
  random.weighted([
    [28, APERT],
    [24, CROUZON],
    [10, PFEIFFER],
    [9, MUENKE],
    [9, SAETHRE_CHOTZEN],
    [8, MULTISUTURE],
    [7, BILAMBDOID],
    [5, SAGITTAL],
  ]);

export const mandibleCondition = (random: Random): Condition =>
  random.weighted([
    [8, ROBIN],
    [2, TREACHER_COLLINS],
  ]);

export const midfaceCondition = (random: Random): Condition => random.pick([APERT, CROUZON, PFEIFFER]);
