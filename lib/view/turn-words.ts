import type { Resistance, TurnOutcome } from '#lib/domain/turn/report.ts';

export const OUTCOME_WORDS: Record<TurnOutcome, string> = {
  done: 'done',
  partial: 'partly done',
  skipped: 'skipped',
  'could-not-engage': 'could not engage',
  'wrong-way': 'wrong way',
  extra: 'extra',
  'not-sure': 'not sure',
};

export const RESISTANCE_WORDS: Record<Resistance, string> = {
  normal: 'normal',
  stiff: 'stiff',
  'sudden-ease': 'suddenly easy',
  unknown: 'not asked',
};

/** How an amount is read where the slot turns back. */
export const BACK_HINT = '1 is back, as planned; +1 is the wrong way';
