import { instantAt } from '#lib/domain/case-day.ts';
import { isTurning, type Rule } from '#lib/domain/deviation/rule.ts';
import { comesIntoForce } from '#lib/domain/protocol/base-version.ts';
import type { Day, Instant } from '#lib/domain/units.ts';

export type FamilyNotToldEvidence = {
  rule: 'family-not-told';
  version: number;
  fromDay: Day;
  fromSlot: number;
  /** When its first slot is, or was. */
  beginsAt: Instant;
  hasBegun: boolean;
};

/**
 * The family has not been told of a version that holds or will hold; one that was superseded before never will. Information from its publication on; act now
 * from its first slot on (`asOf >= beginsAt`): from then on the family turns by another plan.
 */
export const familyNotTold: Rule<FamilyNotToldEvidence> = (course) => {
  const { inForce, facts, reached } = course;
  if (inForce === null || !isTurning(course)) return [];
  return facts.versions
    .filter((version) => {
      const isTold = version.toldAt !== null && reached(version.toldAt);
      return version.version >= inForce.version && !isTold && comesIntoForce(facts.versions, version);
    })
    .map(({ version, fromDay, fromSlot, sessions }) => {
      const beginsAt = instantAt(facts.zone, fromDay, sessions[fromSlot - 1] ?? 0);
      const hasBegun = reached(beginsAt);
      return {
        level: hasBegun ? ('act-now' as const) : ('information' as const),
        deviceId: null,
        onset: { day: fromDay, slot: fromSlot },
        evidence: { rule: 'family-not-told' as const, version, fromDay, fromSlot, beginsAt, hasBegun },
      };
    });
};
