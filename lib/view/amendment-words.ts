import type { AmendmentKind, AmendmentReason, Unusual } from '#lib/domain/protocol/amendment.ts';
import type { ProposalStanding } from '#lib/domain/protocol/proposal.ts';
import type { ProtocolVersion } from '#lib/domain/protocol/version.ts';

export const AMENDMENT_WORDS: Record<AmendmentKind, string> = {
  first: 'First prescription',
  change: 'Change',
  hold: 'Hold',
  resume: 'Resume after a hold',
  reverse: 'Reverse',
  exchange: 'Exchange of a device',
};

/** What a version amends: `Hold`, or `Hold, carrying v2 on`. */
export function amendmentWords({ kind, carries }: Pick<ProtocolVersion, 'kind' | 'carries'>): string {
  return carries === null ? AMENDMENT_WORDS[kind] : `${AMENDMENT_WORDS[kind]}, carrying v${carries} on`;
}

/** Why a version was written or the course decided, in the order of the list. */
export const REASON_WORDS: Record<AmendmentReason, string> = {
  'first-prescription': 'First prescription',
  'planned-step': 'Planned step',
  infection: 'Infection or cellulitis',
  'skin-breakdown': 'Skin breakdown or exposed hardware',
  pain: 'Pain',
  'device-failure': 'Device failure',
  'reversal-of-device': 'Device reversed by itself',
  'csf-leak': 'CSF leak',
  'premature-consolidation': 'Premature consolidation',
  'slow-bone': 'Slow or poor bone formation',
  asymmetry: 'Asymmetry',
  'raised-icp': 'Raised intracranial pressure',
  'missed-turns': 'Missed turns',
  'target-changed': 'Target changed',
  'target-reached': 'Target reached',
  'end-of-travel': 'End of travel',
  'family-circumstances': 'Circumstances of the family',
  'written-wrongly': 'The version before was written wrongly',
  other: 'Other',
};

export const UNUSUAL_WORDS: Record<Unusual, string> = {
  'outside-band': 'outside the clinic\u2019s band',
  'target-past-travel': 'target past the travel',
  reversal: 'turned back',
  'device-left-out': 'a device in place is not planned',
  'more-than-signed': 'turns by more than was signed for later',
  retroactive: 'begins before it was written',
};

export const PROPOSAL_WORDS: Record<ProposalStanding, string> = {
  pending: 'waits for a surgeon',
  'co-signed': 'it was co-signed',
  declined: 'it was declined',
  expired: 'it expired',
  overtaken: 'another version was written after it',
};
