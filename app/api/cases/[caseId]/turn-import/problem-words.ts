import { RESISTANCES, TURN_OUTCOMES } from '#lib/domain/turn/report.ts';
import { type CsvRefusal, REQUIRED_COLUMNS, TURN_CSV_COLUMNS } from '#lib/interop/turn-csv.ts';
import type { ImportProblem } from '#lib/interop/turn-import.ts';
import { cellWords, turnRefusalWords } from '#lib/schemas/turn-words.ts';

/** Why a file cannot be read at all, and what to do. Nothing was recorded. */
export function fileWords(refusal: CsvRefusal): string {
  switch (refusal.kind) {
    case 'empty':
      return 'The file is empty. Choose the file that holds the turns.';
    case 'workbook':
      return 'This is an Excel workbook. In Excel choose Save as, then “CSV UTF-8 (comma delimited)”, and choose that file.';
    case 'utf-16':
      return 'The file is written in UTF-16. Save it as “CSV UTF-8” and choose it again.';
    case 'nul':
      return 'The file holds zero bytes, so it is no text or it is damaged. Export it again as “CSV UTF-8”.';
    case 'not-utf-8':
      return 'Some letters of the file are not in UTF-8. Save it as “CSV UTF-8” and choose it again.';
    case 'quote':
      return `From line ${refusal.line} on, quotation marks do not match: a text in quotation marks must end with one, and one inside it is written twice.`;
    case 'line-too-long':
      return `Line ${refusal.line} is longer than a line of turns can be. Check that every turn stands on a line of its own, and that quotation marks match.`;
    case 'too-many-columns':
      return `The file has ${refusal.count} columns; a file of turns has at most ${refusal.most}. Delete the others, or start from the template.`;
    case 'columns-missing':
      return `The first line must name the columns, and ${list(refusal.columns)} ${refusal.columns.length === 1 ? 'is' : 'are'} missing. Needed are ${list(REQUIRED_COLUMNS)}; the template has them all.`;
    case 'column-unknown':
      return `The column “${refusal.column}” is not known. The columns are ${list(TURN_CSV_COLUMNS)}; delete or rename it.`;
    case 'column-twice':
      return `The column “${refusal.column}” is there twice. Delete or rename one of them.`;
    case 'no-lines':
      return 'The file has a line of column names and nothing below it. Add a line for each turn.';
    case 'too-many-lines':
      return `The file has more than ${refusal.most} lines. Split it and import the parts one after the other.`;
  }
}

/** What is wrong with a cell, and what to write. */
export function problemWords(problem: ImportProblem): string {
  switch (problem.kind) {
    case 'not-an-amount':
    case 'too-fine':
    case 'too-many':
      return cellWords(problem);
    case 'missing':
      return 'this cell is empty; fill it in, or delete the line';
    case 'day':
      return 'there is no such day; write it as 2026-03-12 or 12-Mar-2026';
    case 'slot':
      return 'write the number of the slot within its day, such as 1';
    case 'device':
      return `the case has no device of this name; its devices are ${list(problem.known)}`;
    case 'outcome':
      return `write one of ${list(TURN_OUTCOMES)}, or leave it empty: the amount says it`;
    case 'amount-against-outcome':
      return `an amount like this does not go with the outcome ${problem.outcome}; change one of the two`;
    case 'time':
      return 'write the time as 20:05, or with its day as 2026-03-12 20:05';
    case 'resistance':
      return `write one of ${list(RESISTANCES)}, or leave it empty`;
    case 'pain':
      return 'write a whole number from 0 to 10, or leave it empty';
    case 'formula':
      return 'this text begins like a formula, which a spreadsheet would run later; remove the sign at its beginning';
    case 'surplus':
      return 'the line has more cells than there are columns; put a text with separators in quotation marks';
    case 'slot-twice':
      return `this slot of this device is on line ${problem.firstLine} already; keep one of the two, and record one more turn in the form of the phone call`;
    case 'id-twice':
      return `this id is on line ${problem.firstLine} already; give each line its own, or leave the column empty`;
    default:
      return turnRefusalWords(problem);
  }
}

function list(words: readonly string[]): string {
  return words.join(', ');
}
