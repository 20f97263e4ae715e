/**
 * What a version does to the one before it. What moves the case on instead (the end of activation, its resumption,
 * the start of consolidation, early removal) is an event of the course.
 */
export const AMENDMENT_KINDS = ['first', 'change', 'hold', 'resume', 'reverse', 'exchange'] as const;
export type AmendmentKind = (typeof AMENDMENT_KINDS)[number];

/** Why a version was written or the course decided: one of these, and a text (events of clinical.md §5). */
export const AMENDMENT_REASONS = [
  'first-prescription',
  'planned-step',
  'infection',
  'skin-breakdown',
  'pain',
  'device-failure',
  'reversal-of-device',
  'csf-leak',
  'premature-consolidation',
  'slow-bone',
  'asymmetry',
  'raised-icp',
  'missed-turns',
  'target-changed',
  'target-reached',
  'end-of-travel',
  'family-circumstances',
  'written-wrongly',
  'other',
] as const;
export type AmendmentReason = (typeof AMENDMENT_REASONS)[number];

/** What asks for a surgeon's signature. */
export const UNUSUAL = [
  'outside-band',
  'target-past-travel',
  'reversal',
  'device-left-out',
  'more-than-signed',
  'retroactive',
] as const;
export type Unusual = (typeof UNUSUAL)[number];
