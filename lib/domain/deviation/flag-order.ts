import { type Evidence, type Flag, levelRank } from './flag.ts';

/** What was found of the child itself. */
const OF_THE_CHILD: ReadonlySet<Evidence['rule']> = new Set(['open-complication', 'warning-sign']);

/** What is not on record, not done yet, or not believable: nothing that was found of the child or of a device. */
const OF_THE_RECORD: ReadonlySet<Evidence['rule']> = new Set([
  'family-not-told',
  'co-signature',
  'contact-overdue',
  'untrained-turner',
  'clock-not-believable',
  'removal-unbooked',
  'booking-drifted',
  'not-assessable',
]);

const CONCERNS = 3;

/** Of flags at one level, what is read first: what was found of the child, then of its devices and turns, then what the record lacks. */
function concernOf({ evidence: { rule } }: Pick<Flag, 'evidence'>): number {
  if (OF_THE_CHILD.has(rule)) return 2;
  return OF_THE_RECORD.has(rule) ? 0 : 1;
}

/**
 * How bad a flag is, among those of one case and among cases: what is acknowledged ranks below all that is not, then
 * its level counts, then what it is about. 0 stands for no flag.
 */
export function urgencyOf(flag: Pick<Flag, 'level' | 'acknowledged' | 'evidence'> | undefined): number {
  if (!flag) return 0;
  return CONCERNS * (levelRank(flag.level) + (flag.acknowledged === null ? 4 : 1)) + concernOf(flag);
}

/** The most urgent first; of what was found of the child the oldest first; then by key. */
export function worstFirst(a: Flag, b: Flag): number {
  const isOfTheChild = OF_THE_CHILD.has(a.evidence.rule) && OF_THE_CHILD.has(b.evidence.rule);
  const older = isOfTheChild ? (a.onset?.day ?? 0) - (b.onset?.day ?? 0) : 0;
  return urgencyOf(b) - urgencyOf(a) || older || (a.key < b.key ? -1 : 1);
}
