import { readTurn } from '#lib/domain/turn/written-turn.ts';
import { rowsOf, typedText, type WrittenTurns } from './turn-row.ts';
import { cellWords } from './turn-words.ts';

/** The reports of a transcribed paper sheet: one for each cell with something in it. */
export function readSheetForm(form: FormData): WrittenTurns {
  const written: WrittenTurns = { reports: [], fields: {} };
  for (const row of rowsOf(form)) {
    const field = `cell.${row.key}`;
    const turn = readTurn(typedText(form, field), row.expectedCenti);
    if (!turn.ok) written.fields[field] = cellWords(turn.reason);
    if (!turn.ok || turn.value === null) continue;
    const { outcome, actuationsCenti } = turn.value;
    written.reports.push({
      values: {
        id: row.reportId,
        deviceId: row.deviceId,
        day: row.day,
        slot: row.slot,
        outcome,
        actuations: actuationsCenti === null ? null : actuationsCenti / 100,
        doneAt: null,
        source: 'paper',
        resistance: 'unknown',
        turnedBy: typedText(form, 'turnedBy'),
        note: typedText(form, 'note'),
      },
      fieldOf: (part) => (part === 'turnedBy' || part === 'note' ? part : field),
    });
  }
  return written;
}
