import type { Finding, NotAssessable } from '#lib/domain/deviation/flag.ts';
import { isInPlace, type Rule } from '#lib/domain/deviation/rule.ts';
import { type Recall, recallFits } from '#lib/domain/device/recall.ts';

export type UnderRecallEvidence = {
  rule: 'under-recall';
  recallId: string;
} & Pick<Recall, 'lot' | 'serial' | 'reason' | 'reference' | 'issuedDay'>;

/**
 * A device in place that is recalled: at the level that the clinic gave to the recall. Not assessable where it may be one
 * of those recalled, but its model, lot or serial number, whichever the recall names, is not on record: to be looked up
 * today, unless every recall that may be of it is for information alone.
 */
export const underRecall: Rule<UnderRecallEvidence | NotAssessable> = (course) =>
  course.devices
    .filter((deviceCourse) => isInPlace(course, deviceCourse))
    .flatMap(({ device }) => {
      const { recalls } = course.facts;
      const found: Finding<UnderRecallEvidence | NotAssessable>[] = recalls
        .filter((recall) => recallFits(recall, device) === 'yes')
        .map(({ id, level, lot, serial, reason, reference, issuedDay }) => ({
          level,
          deviceId: device.id,
          onset: null,
          evidence: { rule: 'under-recall', recallId: id, lot, serial, reason, reference, issuedDay },
        }));
      const unclear = recalls.filter((recall) => recallFits(recall, device) === 'unknown');
      if (unclear.length > 0) {
        const counted = unclear.map(({ id }) => id);
        const evidence = { rule: 'not-assessable', about: 'under-recall', reason: 'label-unknown' } as const;
        const isGrave = unclear.some(({ level }) => level !== 'information');
        const level = isGrave ? 'look-today' : 'information';
        const extent = counted.length;
        found.push({ level, extent, counted, deviceId: device.id, onset: null, evidence });
      }
      return found;
    });
