import type { Complication } from '#lib/domain/complication/complication.ts';
import { promptedLevel } from '#lib/domain/complication/prompts.ts';
import { openComplications, worstGrades } from '#lib/domain/complication/status.ts';
import type { Rule } from '#lib/domain/deviation/rule.ts';

export type OpenComplicationEvidence = {
  rule: 'open-complication';
  complicationId: string;
} & Pick<Complication, 'kind' | 'failure' | 'onsetDay' | 'detectedBy'> &
  ReturnType<typeof worstGrades>;

/** A complication that nobody has recorded as resolved, at the level of what it prompts (clinical.md §5). */
export const openComplication: Rule<OpenComplicationEvidence> = ({ facts }) =>
  openComplications(facts.complications).map((complication) => {
    const { id, kind, failure, deviceId, onsetDay, detectedBy } = complication;
    return {
      level: promptedLevel(complication),
      deviceId,
      onset: { day: onsetDay, slot: 0 },
      evidence: {
        rule: 'open-complication',
        complicationId: id,
        kind,
        failure,
        onsetDay,
        detectedBy,
        ...worstGrades(complication),
      },
    };
  });
