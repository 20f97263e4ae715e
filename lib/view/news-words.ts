import { eventWords } from '#lib/view/timeline/recorded-change.ts';
import { counted } from './format-date.ts';

type Write = { event: string; by: string | null; turns: number | null };

/** Who did what, each person with all of it: `Maeve Corrigan: 2 turns recorded, contact with the family recorded`. */
export function newsWords(writes: readonly Write[]): readonly string[] {
  const byPerson = new Map<string, string[]>();
  for (const { event, by, turns } of writes) {
    const who = by ?? 'The family';
    const what =
      turns === null || turns === 0
        ? lowered(eventWords(event))
        : `${counted(turns, 'turn')} ${TURNS[event]}`;
    byPerson.set(who, [...new Set([...(byPerson.get(who) ?? []), what])]);
  }
  return [...byPerson].map(([who, what]) => `${who}: ${what.join(', ')}`);
}

const TURNS: Readonly<Record<string, string>> = {
  'turns.recorded': 'recorded',
  'turns.corrected': 'corrected',
};

const lowered = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);
