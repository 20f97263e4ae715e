import type { Evidence } from '#lib/domain/deviation/flag.ts';

const WORDS: Record<Evidence['rule'], string> = {
  'missed-slots': 'Missed slots',
  silence: 'No report',
  'behind-plan': 'Behind plan',
  'ahead-of-plan': 'Ahead of plan',
  'extra-turn': 'Extra turn',
  'short-interval': 'Interval too short',
  'wrong-way': 'Wrong way',
  'could-not-engage': 'Could not engage',
  asymmetry: 'Asymmetry beyond plan',
  'wrong-phase': 'Turn not asked for',
  'end-of-travel': 'End of travel',
  'measured-against-reported': 'Measured against reported',
  'under-recall': 'Under recall',
  'open-complication': 'Open complication',
  'removal-unbooked': 'Removal not booked',
  'removal-overdue': 'Removal overdue',
  'booking-drifted': 'Booking no longer fits',
  'booking-passed': 'Theatre time has passed',
  stiffness: 'Stiff turn',
  'sudden-ease': 'Sudden ease',
  'warning-sign': 'Warning sign',
  'contact-overdue': 'Contact overdue',
  'family-not-told': 'Family not told',
  'untrained-turner': 'Turned by someone untrained',
  'possible-duplicate': 'Possible duplicate',
  'clock-not-believable': 'Clock not believable',
  'stop-rule-reached': 'Stop rule reached',
  'co-signature': 'To co-sign',
  'not-assessable': 'Not assessable',
};

/** The name of a rule in the product; a rule that this version does not know keeps its code. */
export function ruleWords(rule: string): string {
  return Object.hasOwn(WORDS, rule) ? WORDS[rule as Evidence['rule']] : rule;
}
