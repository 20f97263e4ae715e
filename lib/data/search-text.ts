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

/** What was typed, as the beginnings of words that a LIKE pattern ends, the longest first; at most eight. */
export function searchBeginnings(typed: string): string[] {
  const words = fold(typed).split(/\s+/).filter(Boolean).slice(0, 8);
  return words
    .map((word) => word.slice(0, 60).replace(/[\\%_]/g, '\\$&'))
    .sort((a, b) => b.length - a.length);
}

/**
 * Condition on the case of a column: every beginning begins a word of the patient or one of the lots. The cases of the
 * longest are found by their trigrams, once, as an array, so that each is then read by its id; the others are looked
 * for among those. All three are SQL.
 */
export function matchesWords(caseId: string, clinicId: string, beginnings: string): string {
  const longest = `(${beginnings}::text[])[1]`;
  return `${caseId} = ANY(ARRAY(
      SELECT c.id FROM patient p JOIN distraction_case c ON c.clinic_id = p.clinic_id AND c.patient_id = p.id
      WHERE p.clinic_id = ${clinicId} AND p.search_text LIKE '% ' || ${longest} || '%'
      UNION ALL SELECT d.case_id FROM device d WHERE lower(d.lot) LIKE ${longest} || '%'))
    AND NOT EXISTS (SELECT FROM unnest((${beginnings}::text[])[2:]) AS word
      WHERE NOT EXISTS (SELECT FROM distraction_case c JOIN patient p ON p.id = c.patient_id
          WHERE c.id = ${caseId} AND p.search_text LIKE '% ' || word || '%')
        AND NOT EXISTS (SELECT FROM device d WHERE d.case_id = ${caseId} AND lower(d.lot) LIKE word || '%'))`;
}
