import type { Level } from '#components/ui/level-mark.tsx';
import type { FlagLevel } from '#lib/domain/facts.ts';

const LEVELS: Record<FlagLevel, Level> = { 'act-now': 'act', 'look-today': 'look', information: 'info' };

/** The mark of a flag. What could not be judged has a mark of its own: unknown is not calm. */
export function flagMark({ level, isAssessable }: { level: FlagLevel; isAssessable: boolean }): Level {
  return isAssessable ? LEVELS[level] : 'unknown';
}
