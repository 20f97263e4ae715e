import { isInPlace, type Rule } from '#lib/domain/deviation/rule.ts';
import { isRecalled, type Recall } from '#lib/domain/device/recall.ts';

export type UnderRecallEvidence = {
  rule: 'under-recall';
  recallId: string;
} & Pick<Recall, 'lot' | 'serial' | 'reason' | 'reference' | 'issuedDay'>;

/** A device in place that is recalled: at the level that the clinic gave to the recall. */
export const underRecall: Rule<UnderRecallEvidence> = (course) =>
  course.devices
    .filter((deviceCourse) => isInPlace(course, deviceCourse))
    .flatMap(({ device }) =>
      course.facts.recalls
        .filter((recall) => isRecalled(recall, device))
        .map(({ id, level, lot, serial, reason, reference, issuedDay }) => ({
          level,
          deviceId: device.id,
          onset: null,
          evidence: { rule: 'under-recall', recallId: id, lot, serial, reason, reference, issuedDay },
        })),
    );
