import type { ReportRefusal } from '#lib/domain/turn/accept-report.ts';
import type { WrittenRefusal } from '#lib/domain/turn/written-turn.ts';

/** Why a report of a batch is not kept, whatever found it out. */
export type TurnRefusal =
  | ReportRefusal
  | { kind: 'time-does-not-exist'; zone: string }
  | { kind: 'id-reused' }
  | { kind: 'slot-reported'; by: string | null };

/** What is wrong with a cell of a sheet or of a file, and what to write instead. */
export function cellWords(refusal: WrittenRefusal): string {
  if (refusal.kind !== 'not-an-amount') return amountWords(refusal);
  return 'write an amount such as 1, 0.5 or 1/2, or x for skipped, ? for not sure, n for could not engage, -1 for the wrong way';
}

/** What is wrong with an amount, and what to write instead. */
export function amountWords(refusal: WrittenRefusal): string {
  switch (refusal.kind) {
    case 'not-an-amount':
      return 'write how many actuations, such as 1, 0.5 or 1/3';
    case 'too-fine':
      return 'hundredths of an actuation are the finest step: write at most two decimals, or a fraction such as 1/3';
    case 'too-many':
      return `nobody turns that often in one slot: write at most ${refusal.mostCenti / 100} actuations`;
  }
}

/** What is wrong with a report, and what to do. */
export function turnRefusalWords(refusal: TurnRefusal): string {
  switch (refusal.kind) {
    case 'device-unknown':
      return 'this device does not belong to this case; open the page again and choose one of its devices';
    case 'in-the-future':
      return 'this time has not come yet; check the day and the time';
    case 'slot-in-the-future':
      return 'this slot has not begun yet; check the day and the slot, and report the turn once it is done';
    case 'before-placement':
      return 'this is before the device was placed; check the day, or the placement on the page of devices';
    case 'after-removal':
      return 'this is after the device was taken out; check the day';
    case 'amount-impossible':
      return `nobody turns that often in one slot: write at most ${refusal.mostCenti / 100} actuations`;
    case 'amount-missing':
      return 'write how many actuations, such as 1 or 0.5; if nobody knows, choose not sure';
    case 'amount-not-known':
      return 'not sure means that the amount is not known; leave the amount empty, or choose what happened';
    case 'correction-of-unknown':
      return 'the report that this corrects is not in this case; open the entry again';
    case 'already-corrected':
      return 'somebody else corrected this report first; open the entry again, look at that correction, and correct it if it is wrong';
    case 'time-does-not-exist':
      return `the clocks in ${refusal.zone.replaceAll('_', ' ')} go forward over this time that night; write the time that the clock showed`;
    case 'id-reused':
      return 'this was saved before with other values; open the page again to see what was kept';
    case 'slot-reported':
      return `already reported${refusal.by === null ? '' : ` by ${refusal.by}`} since you opened the form; if this was one more turn, choose that, else correct that report or leave this empty`;
  }
}
