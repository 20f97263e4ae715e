/** The languages of what a family is handed on paper. */
export const SHEET_LANGUAGES = ['en', 'es'] as const;
export type SheetLanguage = (typeof SHEET_LANGUAGES)[number];

/** Whether a sheet is printed in the language of somebody who speaks this one (BCP 47). */
export function hasSheetIn(tag: string): boolean {
  return SHEET_LANGUAGES.some((language) => language === baseOf(tag));
}

/** The language of a sheet for somebody who speaks this one (BCP 47): Spanish for Spanish, else English. */
export function sheetLanguageOf(tag: string): SheetLanguage {
  return baseOf(tag) === 'es' ? 'es' : 'en';
}

function baseOf(tag: string): string | undefined {
  return tag.toLowerCase().split('-')[0];
}
