import { expansionUm } from '#lib/domain/units.ts';
import { formatMm } from './format-amount.ts';
import { readMm } from './read-mm.ts';

const PARTS: Readonly<Record<number, string>> = {
  1: 'a whole turn',
  2: '\u00bd turn',
  3: '1/3 turn',
  4: '\u00bc turn',
};

/** `One actuation = 0.25 mm (½ turn)` of what is typed; null while that says nothing. */
export function actuationWords(mmPerTurn: string, actuationsPerTurn: string): string | null {
  const umPerTurn = readMm(mmPerTurn);
  const count = /^\d{1,3}$/.test(actuationsPerTurn.trim()) ? Number(actuationsPerTurn) : 0;
  if (umPerTurn === null || umPerTurn <= 0 || count < 1 || count > 100) return null;
  const um = expansionUm(100, { umPerTurn, actuationsPerTurn: count });
  return `One actuation = ${formatMm(um)} (${PARTS[count] ?? `1/${count} turn`}, ${Math.round(360 / count)}\u00b0)`;
}
