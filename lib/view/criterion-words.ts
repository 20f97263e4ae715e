import type { Criterion } from '#lib/domain/removal/criteria.ts';
import type { EarlyRemoval } from '#lib/domain/removal/early-removal.ts';
import type { CheckState } from '#lib/domain/removal/removal-facts.ts';
import type { RemovalWindow } from '#lib/domain/removal/removal-window.ts';
import { REASON_WORDS } from './amendment-words.ts';
import { complicationWords } from './complication-words.ts';
import { counted, formatDay, formatInstant } from './format-date.ts';
import { projectionWords } from './projection-words.ts';

export const CRITERION_STATE_WORDS: Record<Criterion['state'], string> = {
  met: 'Met',
  'not-met': 'Not met',
  'not-assessable': 'Not assessable',
  waived: 'Waived',
};

export const CHECK_STATE_WORDS: Record<CheckState, string> = {
  passed: 'In order',
  failed: 'Not in order',
  'not-needed': 'Not needed',
};

export type CriterionRow = {
  kind: Criterion['kind'];
  state: Criterion['state'];
  label: string;
  detail: string;
};

const LABELS: Record<Criterion['kind'], string> = {
  consolidation: 'Consolidation',
  imaging: 'Imaging',
  complication: 'Complications',
  hold: 'Hold',
  consent: 'Consent',
  checks: 'Pre-operative checks',
};

/** What the words of a criterion need besides: the names of those who decided, by id, and the zone of the case. */
export type CriterionContext = { people: Readonly<Record<string, string>>; zone: string };

/** A criterion with what it was judged on. */
export function criterionRow(criterion: Criterion, context: CriterionContext): CriterionRow {
  return {
    kind: criterion.kind,
    state: criterion.state,
    label: LABELS[criterion.kind],
    detail: detailOf(criterion, context),
  };
}

/** What stands against a removal, in words; empty: nothing. What was waived does not: the window says that it was. */
export function blockerWords(criteria: readonly Criterion[], context: CriterionContext): readonly string[] {
  return criteria
    .filter(({ state }) => state !== 'met' && state !== 'waived')
    .map((criterion) =>
      criterion.kind === 'checks'
        ? `${counted(criterion.open.length, 'check')} to be settled`
        : detailOf(criterion, context),
    );
}

function detailOf(criterion: Criterion, context: CriterionContext): string {
  switch (criterion.kind) {
    case 'consolidation': {
      const { earliest, state, early } = criterion;
      const words =
        earliest.kind !== 'day'
          ? `End of consolidation: ${projectionWords(earliest)}`
          : state === 'met'
            ? `Complete since ${formatDay(earliest.day)}`
            : `Not complete before ${formatDay(earliest.day)}`;
      return early && state === 'waived' ? `${words}. Waived: ${earlyRemovalWords(early, context)}` : words;
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
      return criterion.held.length === 0
        ? HOLD[criterion.state === 'not-assessable' ? 'not-assessable' : 'met']
        : `${criterion.held.join(' and ')} ${criterion.held.length === 1 ? 'is' : 'are'} on hold`;
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
  'not-assessable': 'No protocol, so a hold cannot be known',
} as const;

/** `early removal decided 10-Apr-2026 11:00 by Maud Ellery (Infection or cellulitis)`. */
function earlyRemovalWords(
  { decidedAt, byId, reasonCode }: EarlyRemoval,
  { people, zone }: CriterionContext,
): string {
  const who = people[byId] ?? 'somebody whose name is not known';
  return `early removal decided ${formatInstant(decidedAt, zone)} by ${who} (${REASON_WORDS[reasonCode]})`;
}

/** `12-May-2026 to 8-Jun-2026`, with the decision that it rests on, or why it is not known. */
export function windowWords(window: RemovalWindow, context: CriterionContext): string {
  const days = windowDays(window);
  if (days === null) return projectionWords(window.earliest);
  if (window.early) return `${days}: ${earlyRemovalWords(window.early, context)}`;
  return window.isProjected ? `${days}, as activation is projected to end` : days;
}

/** `12-May-2026 to 8-Jun-2026`; null: not known. */
export function windowDays({ earliest, latestDay }: RemovalWindow): string | null {
  if (earliest.kind !== 'day' || latestDay === null) return null;
  return `${formatDay(earliest.day)} to ${formatDay(latestDay)}`;
}
