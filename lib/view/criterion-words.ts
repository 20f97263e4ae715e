import type { Criterion, CriterionState } from '#lib/domain/removal/criteria.ts';
import type { CheckState } from '#lib/domain/removal/removal-facts.ts';
import type { RemovalWindow } from '#lib/domain/removal/removal-window.ts';
import { complicationWords } from './complication-words.ts';
import { counted, formatDay } from './format-date.ts';
import { projectionWords } from './projection-words.ts';

export const CRITERION_STATE_WORDS: Record<CriterionState, string> = {
  met: 'Met',
  'not-met': 'Not met',
  'not-assessable': 'Not assessable',
};

export const CHECK_STATE_WORDS: Record<CheckState, string> = {
  passed: 'In order',
  failed: 'Not in order',
  'not-needed': 'Not needed',
};

export type CriterionRow = { kind: Criterion['kind']; state: CriterionState; label: string; detail: string };

const LABELS: Record<Criterion['kind'], string> = {
  consolidation: 'Consolidation',
  imaging: 'Imaging',
  complication: 'Complications',
  hold: 'Hold',
  consent: 'Consent',
  checks: 'Pre-operative checks',
};

/** A criterion with what it was judged on. */
export function criterionRow(criterion: Criterion): CriterionRow {
  return {
    kind: criterion.kind,
    state: criterion.state,
    label: LABELS[criterion.kind],
    detail: detailOf(criterion),
  };
}

/** What stands against a removal, in words; empty: nothing. */
export function blockerWords(criteria: readonly Criterion[]): readonly string[] {
  return criteria
    .filter(({ state }) => state !== 'met')
    .map((criterion) =>
      criterion.kind === 'checks'
        ? `${counted(criterion.open.length, 'check')} to be settled`
        : detailOf(criterion),
    );
}

function detailOf(criterion: Criterion): string {
  switch (criterion.kind) {
    case 'consolidation': {
      const { earliest, state } = criterion;
      if (earliest.kind !== 'day') return `End of consolidation: ${projectionWords(earliest)}`;
      return state === 'met'
        ? `Complete since ${formatDay(earliest.day)}`
        : `Not complete before ${formatDay(earliest.day)}`;
    }
    case 'imaging':
      return CHECKED.imaging[criterion.state];
    case 'consent':
      return CHECKED.consent[criterion.state];
    case 'complication':
      return criterion.open.length === 0
        ? 'None is open'
        : `Open: ${criterion.open.map(complicationWords).join(', ').toLowerCase()}`;
    case 'hold':
      return HOLD[criterion.state];
    case 'checks':
      return criterion.open.length === 0 ? 'All in order' : `To be settled: ${criterion.open.join('; ')}`;
  }
}

const CHECKED = {
  imaging: {
    met: 'Seen',
    'not-met': 'Imaging speaks against it',
    'not-assessable': 'No imaging recorded',
  },
  consent: {
    met: 'Signed',
    'not-met': 'Consent refused or withdrawn',
    'not-assessable': 'No consent recorded',
  },
} as const;

const HOLD = {
  met: 'No turning is on hold',
  'not-met': 'Turning is on hold',
  'not-assessable': 'No protocol, so a hold cannot be known',
} as const;

/** `from 12-May-2026 to 8-Jun-2026`, or why it is not known. */
export function windowWords({ earliest, latestDay, isProjected }: RemovalWindow): string {
  if (earliest.kind !== 'day' || latestDay === null) return projectionWords(earliest);
  const window = `${formatDay(earliest.day)} to ${formatDay(latestDay)}`;
  return isProjected ? `${window}, as activation is projected to end` : window;
}
