import type { Day, Instant } from '#lib/domain/units.ts';

/** The pick list, commonest first (clinical.md §5). */
export const COMPLICATION_KINDS = [
  'csf-leak',
  'infection',
  'exposure',
  'device-failure',
  'premature-consolidation',
  'non-union',
  'asymmetry',
  'vector-error',
  'raised-icp',
  'shunt',
  'bleeding',
  'pain',
  'relapse',
  'other',
] as const;
export type ComplicationKind = (typeof COMPLICATION_KINDS)[number];

/** What of a device failed (clinical.md §5). */
export const DEVICE_FAILURES = [
  'broken-arm',
  'loosened-footplate',
  'dislodgement',
  'reversal',
  'will-not-engage',
] as const;
export type DeviceFailure = (typeof DEVICE_FAILURES)[number];

export const DETECTED_BY = ['family', 'nurse', 'clinic', 'imaging'] as const;
export type DetectedBy = (typeof DETECTED_BY)[number];

/** Warning signs as families and clinics name them (clinical.md §4). */
export const SIGNS = [
  'redness',
  'pus',
  'fever',
  'bleeding',
  'clear-fluid',
  'vomiting',
  'lethargy',
  'bulging-fontanelle',
  'bent-or-loose-arm',
  'turning-freely',
  'sudden-ease-or-stiffness',
  'metal-showing',
  'skin-thinning',
  'fall-or-blow',
] as const;
export type Sign = (typeof SIGNS)[number];

/** What had to be done about it, least first (Dindo, Ann Surg 2004;240:205). */
export const CLAVIEN_DINDO = ['I', 'II', 'IIIa', 'IIIb', 'IVa', 'IVb', 'V'] as const;
export type ClavienDindo = (typeof CLAVIEN_DINDO)[number];

/** What it does to the course of distraction, least first (Shetye). Neither grade is derived from the other. */
export const SEVERITIES = ['minor', 'moderate', 'major'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What was decided about the turns when a complication was seen (clinical.md §5). */
export const COURSES_OF_ACTION = ['continue', 'hold', 'slow', 'reverse', 'early-removal'] as const;
export type CourseOfAction = (typeof COURSES_OF_ACTION)[number];

type Said = { id: string; onDay: Day; note: string | null; recordedAt: Instant };

/**
 * What became of a complication on a day. A new grading stands beside those before it; a grade that nobody gave is
 * null. `version` is the protocol version that carries a decision about the turns; null: it needed none.
 */
export type ComplicationStep =
  | (Said & { kind: 'graded'; clavienDindo: ClavienDindo | null; severity: Severity | null })
  | (Said & { kind: 'decided'; course: CourseOfAction; version: number | null })
  | (Said & { kind: 'done' | 'resolved' | 'reopened' });

/** Something that went wrong, of one device or of the case as a whole, with all that became of it. */
export type Complication = {
  /** The same after a correction. */
  id: string;
  kind: ComplicationKind;
  /** Set for a device failure alone. */
  failure: DeviceFailure | null;
  deviceId: string | null;
  /** The day in the case's zone on which it began: nobody knows the minute. */
  onsetDay: Day;
  detectedBy: DetectedBy;
  signs: readonly Sign[];
  note: string | null;
  /** When it was first written down. */
  recordedAt: Instant;
  steps: readonly ComplicationStep[];
};
