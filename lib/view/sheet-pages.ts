/** The paper a sheet is laid out for. */
export type Paper = 'a4' | 'letter';

/**
 * Millimetres, as app/turning-sheet.css draws them: the page within its margins, its head and foot, the head of
 * the table, and a row of it.
 */
const CONTENT_MM: Record<Paper, number> = { a4: 276, letter: 258 };
const HEAD_MM = 22;
const FOOT_MM = 14;
/** With more than two devices the columns are narrow, and what stands in them takes two lines. */
const TABLE_MM = { wide: { head: 27, row: 7 }, narrow: { head: 38, row: 9 } };
/** The guidance with a rule of a few lines; longer texts take more. */
const GUIDANCE_MM = 124;
const CHARACTERS_A_LINE = 105;
const LINE_MM = 4.5;

/** What a page has to hold: `columns` is how wide those of the devices are. */
export type SheetMeasures = { paper: Paper; columns: 'wide' | 'narrow'; guidanceCharacters: number };

/** A page before it is drawn: which days it holds, and whether the guidance stands on it. */
export type SheetLayout<Day> = { days: readonly Day[]; hasGuidance: boolean };

/**
 * Spreads days over pages, no day over two, and puts the guidance below the last days where it fits, else on a page
 * of its own. The browser counts pages too late to write them on a screen, so they are counted here.
 */
export function layOutSheet<Day extends { slots: readonly unknown[] }>(
  days: readonly Day[],
  { paper, columns, guidanceCharacters }: SheetMeasures,
): readonly SheetLayout<Day>[] {
  const { head, row } = TABLE_MM[columns];
  const room = Math.floor((CONTENT_MM[paper] - HEAD_MM - head - FOOT_MM) / row);
  const pages: Day[][] = [];
  let used = room;
  for (const day of days) {
    if (used + day.slots.length > room) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(day);
    used += day.slots.length;
  }
  const guidanceMm = GUIDANCE_MM + Math.ceil(guidanceCharacters / CHARACTERS_A_LINE) * LINE_MM;
  const fits = pages.length > 0 && (room - used) * row >= guidanceMm;
  const layout = pages.map((page, index) => ({
    days: page,
    hasGuidance: fits && index === pages.length - 1,
  }));
  return fits ? layout : [...layout, { days: [], hasGuidance: true }];
}
