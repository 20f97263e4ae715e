import 'server-only';
import { listCaregivers } from '#lib/data/caregivers.ts';
import { pool } from '#lib/data/pool.ts';
import { languageWords } from '#lib/view/language-choices.ts';
import { type SheetChoice, type SheetOption, sheetChoice, sheetOptions } from '#lib/view/sheet-choice.ts';
import { sheetLanguageOf } from '#lib/view/sheet-language.ts';
import { type SheetWarning, sheetWarnings } from '#lib/view/sheet-warnings.ts';
import { type TurningSheet, turningSheet } from '#lib/view/turning-sheet.ts';
import { loadCase } from './load-case.ts';

export type TurningSheetPage = {
  caseId: string;
  /** Null while there is no protocol to print. */
  sheet: TurningSheet | null;
  options: Record<keyof SheetChoice, readonly SheetOption[]>;
  /** Who turns at home and what they speak: `Mother: Spanish`. */
  speakers: readonly string[];
  hasNumber: boolean;
  warnings: readonly SheetWarning[];
};

/** The turning sheet of the version in force, in the language of the first caregiver unless another is chosen. */
export async function loadTurningSheet(
  caseIdParam: string,
  query: Record<string, string | string[] | undefined>,
): Promise<TurningSheetPage> {
  const { at, record, card, course } = await loadCase(caseIdParam);
  const { clinic, caseId, person } = at;
  const caregivers = await listCaregivers(pool(), {
    clinicId: clinic.id,
    patientId: record.header.patientId,
  });
  const choice = sheetChoice(query, sheetLanguageOf(caregivers[0]?.language ?? 'en'));
  return {
    caseId,
    sheet: turningSheet(course, {
      ...choice,
      patient: card.patient,
      clinic: { name: clinic.name, phone: clinic.phone, zone: clinic.zone },
      printedBy: person.name,
    }),
    options: sheetOptions(`/cases/${caseId}/protocol/sheet`, choice),
    speakers: caregivers.map(({ relation, language }) => `${relation}: ${languageWords(language)}`),
    hasNumber: clinic.phone !== null,
    warnings: sheetWarnings(course, caregivers),
  };
}
