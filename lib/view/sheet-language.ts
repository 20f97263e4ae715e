/** The languages of what a family is handed on paper. */
export const SHEET_LANGUAGES = ['en', 'es'] as const;
export type SheetLanguage = (typeof SHEET_LANGUAGES)[number];

/** The language of a sheet for somebody who speaks this one (BCP 47): Spanish for Spanish, else English. */
export function sheetLanguageOf(tag: string): SheetLanguage {
  return tag.toLowerCase().split('-')[0] === 'es' ? 'es' : 'en';
}
