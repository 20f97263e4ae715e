/** The fields of a complication and of its steps, for forms and what they refuse. */
export const COMPLICATION_LABELS = {
  kind: 'What it is',
  failure: 'What failed',
  deviceId: 'Device',
  onsetDay: 'Since',
  detectedBy: 'Seen by',
  signs: 'Signs',
  note: 'Note',
  clavienDindo: 'Clavien-Dindo',
  severity: 'Severity',
  done: 'What was done so far',
  course: 'The turns',
  turnDevices: 'Of which devices',
  perSession: 'Actuations a session',
  courseReason: 'Why',
  onDay: 'Day',
  reason: 'Why it is corrected',
};
