import type { FlagLevel } from '#lib/domain/facts.ts';
import type { Complication } from './complication.ts';

/** What a complication prompts; a clinician decides (clinical.md §5). */
export const PROMPTS = [
  'same-day-review',
  'consider-hold',
  'early-removal-accepted',
  'review',
  'local-care-or-revision',
  'hold-that-device',
  'xray',
  'accept-or-exchange',
  'hold',
  'theatre',
  'measure',
  'reactivate',
  'check-lot',
  'admit',
  'xray-or-ct',
  'do-not-force',
  're-osteotomy',
  'change-one-rate',
  'fundoscopy',
  'neurosurgery',
  'faster-rate-used',
] as const;
export type Prompt = (typeof PROMPTS)[number];

/** Those that ask for somebody before the next turn. */
const BEFORE_THE_NEXT_TURN: ReadonlySet<Prompt> = new Set([
  'same-day-review',
  'hold-that-device',
  'hold',
  'admit',
  'do-not-force',
  'neurosurgery',
]);

/** The row of the table of clinical.md §5; empty where no source says what to do. */
export function promptsOf({ kind, failure }: Pick<Complication, 'kind' | 'failure'>): readonly Prompt[] {
  switch (kind) {
    case 'infection':
      return ['same-day-review', 'consider-hold', 'early-removal-accepted'];
    case 'exposure':
      return ['review', 'local-care-or-revision', 'hold-that-device'];
    case 'device-failure':
      return promptsOfFailure(failure);
    case 'csf-leak':
      return ['hold', 'admit'];
    case 'premature-consolidation':
      return ['xray-or-ct', 'do-not-force', 're-osteotomy'];
    case 'asymmetry':
      return ['change-one-rate'];
    case 'raised-icp':
      return ['fundoscopy', 'neurosurgery', 'faster-rate-used'];
    default:
      return [];
  }
}

function promptsOfFailure(failure: Complication['failure']): readonly Prompt[] {
  switch (failure) {
    case 'broken-arm':
    case 'will-not-engage':
      return ['xray', 'hold-that-device', 'accept-or-exchange'];
    case 'loosened-footplate':
    case 'dislodgement':
      return ['hold', 'xray', 'theatre'];
    case 'reversal':
      return ['measure', 'reactivate', 'check-lot'];
    case null:
      return [];
  }
}

/** How soon somebody has to look: at once where a prompt comes before the next turn, else today. */
export function promptedLevel(complication: Pick<Complication, 'kind' | 'failure'>): FlagLevel {
  return promptsOf(complication).some((prompt) => BEFORE_THE_NEXT_TURN.has(prompt))
    ? 'act-now'
    : 'look-today';
}
