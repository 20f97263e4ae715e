import type { AmendmentKind, AmendmentReason } from '#lib/domain/protocol/amendment.ts';

export const AMENDMENT_WORDS: Record<AmendmentKind, string> = {
  first: 'First prescription',
  change: 'Change',
  hold: 'Hold',
  resume: 'Resume after a hold',
  reverse: 'Reverse',
  exchange: 'Exchange of a device',
};

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
