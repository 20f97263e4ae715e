import { isRecent } from '#lib/domain/deviation/event-time.ts';
import type { Finding } from '#lib/domain/deviation/flag.ts';
import type { Rule } from '#lib/domain/deviation/rule.ts';
import type { AmendmentKind, Unusual } from '#lib/domain/protocol/amendment.ts';
import { proposalStanding } from '#lib/domain/protocol/proposal.ts';
import type { Instant } from '#lib/domain/units.ts';

export type CoSignatureEvidence = {
  rule: 'co-signature';
  version: number;
  amendment: AmendmentKind;
  /** Waits for a surgeon, or ran out without an answer. */
  standing: 'pending' | 'expired';
  unusual: readonly Unusual[];
  /** Until when it waits, or when it ran out. */
  cosignBy: Instant;
};

/**
 * A version that waits for a surgeon's signature, and for some days one that ran out without an answer. The plan goes
 * on as it was meanwhile: no deviation is judged by it.
 */
export const coSignature: Rule<CoSignatureEvidence> = (course) => {
  const { facts, reached } = course;
  return facts.proposals.flatMap((proposal): Finding<CoSignatureEvidence>[] => {
    const { version, kind: amendment, unusual, cosignBy, fromDay: day, fromSlot: slot } = proposal.version;
    const standing = proposalStanding(proposal, facts, reached);
    if (cosignBy === null || (standing !== 'pending' && standing !== 'expired')) return [];
    if (standing === 'expired' && !isRecent(course, { day, slot }, cosignBy)) return [];
    const evidence = { rule: 'co-signature' as const, version, amendment, standing, unusual, cosignBy };
    return [{ level: 'look-today', deviceId: null, onset: { day, slot }, evidence }];
  });
};
