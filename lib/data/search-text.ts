import 'server-only';

/** A text as searches compare it: lower case, without accents or what the database cannot keep. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\p{Cc}\p{Cs}]/gu, ' ')
    .toLowerCase();
}

/** The words by which a patient is found, each after one space. */
export function searchText(texts: readonly string[]): string {
  return ` ${[...new Set(texts.flatMap((text) => fold(text).split(/\s+/)))].filter(Boolean).join(' ')}`;
}

/** What was typed, as the beginnings of words that a LIKE pattern ends; at most eight. */
export function searchBeginnings(typed: string): string[] {
  const words = fold(typed).split(/\s+/).filter(Boolean).slice(0, 8);
  return words.map((word) => word.slice(0, 60).replace(/[\\%_]/g, '\\$&'));
}

/** Condition on the case of a column: every beginning begins a word of the patient or one of the lots. */
export function matchesWords(caseId: string, beginnings: string): string {
  return `NOT EXISTS (
    SELECT FROM distraction_case c JOIN patient p ON p.id = c.patient_id, unnest(${beginnings}::text[]) AS word
    WHERE c.id = ${caseId} AND p.search_text NOT LIKE '% ' || word || '%'
      AND NOT EXISTS (SELECT FROM device d WHERE d.case_id = c.id AND lower(d.lot) LIKE word || '%'))`;
}
