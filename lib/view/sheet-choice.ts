import type { SheetLanguage } from './sheet-language.ts';
import type { Paper } from './sheet-pages.ts';
import { MOST_SHEET_DAYS } from './turning-sheet.ts';

/** What is chosen in the address of a turning sheet. */
export type SheetChoice = { language: SheetLanguage; paper: Paper; days: number };

export type SheetOption = { href: string; label: string; current: boolean };

const LENGTHS = [
  { days: 7, label: '1 week' },
  { days: 14, label: '2 weeks' },
  { days: 28, label: '4 weeks' },
  { days: MOST_SHEET_DAYS, label: 'To the end' },
];

/** Reads the address: an unknown choice is the usual one, which for the language is the family's. */
export function sheetChoice(
  query: Record<string, string | string[] | undefined>,
  family: SheetLanguage,
): SheetChoice {
  const { language, paper, days } = query;
  return {
    language: language === 'en' || language === 'es' ? language : family,
    paper: paper === 'letter' ? 'letter' : 'a4',
    days: LENGTHS.find((length) => String(length.days) === days)?.days ?? MOST_SHEET_DAYS,
  };
}

/** The choices beside one another, each leading to the sheet with that one changed. */
export function sheetOptions(path: string, choice: SheetChoice): Record<keyof SheetChoice, SheetOption[]> {
  const option = (label: string, change: Partial<SheetChoice>): SheetOption => {
    const { language, paper, days } = { ...choice, ...change };
    return {
      href: `${path}?language=${language}&paper=${paper}&days=${days}`,
      label,
      current: Object.entries(change).every(([key, value]) => choice[key as keyof SheetChoice] === value),
    };
  };
  return {
    language: [option('English', { language: 'en' }), option('Espa\u00f1ol', { language: 'es' })],
    paper: [option('A4', { paper: 'a4' }), option('Letter', { paper: 'letter' })],
    days: LENGTHS.map(({ days, label }) => option(label, { days })),
  };
}
