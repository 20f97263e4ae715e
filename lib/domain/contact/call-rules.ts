import type { Evidence } from '#lib/domain/deviation/flag.ts';

/** Rules whose flags are settled by speaking with the family: an open one puts the case on the list of calls. */
export const CALL_RULES: readonly Evidence['rule'][] = [
  'missed-slots',
  'silence',
  'behind-plan',
  'ahead-of-plan',
  'extra-turn',
  'short-interval',
  'wrong-way',
  'could-not-engage',
  'wrong-phase',
  'stiffness',
  'sudden-ease',
  'warning-sign',
  'contact-overdue',
  'family-not-told',
  'untrained-turner',
  'possible-duplicate',
  'clock-not-believable',
];
