import { dayFromIso } from '#lib/domain/case-day.ts';
import type { Day } from '#lib/domain/units.ts';

/** What the barcode of an implant says. Null: it does not say it. */
export type Udi = {
  issuer: 'GS1' | 'HIBC';
  /** Which model in which size and packing: a GTIN-14, or the HIBC identifier with its unit of measure. */
  di: string;
  lot: string | null;
  serial: string | null;
  expiresDay: Day | null;
};

export type UdiProblem =
  /** It begins like no barcode of a device. */
  | { kind: 'not-a-barcode' }
  /** Its check digit or character does not fit: a character was misread. */
  | { kind: 'check-fails' }
  /** A part of it cannot be read, such as a date that is none. */
  | { kind: 'unreadable' }
  | { kind: 'no-identifier' };

/** A day of this century from two digits each; the date `00` is the last of its month. Null: no such day. */
export function dayOfParts(year: string, month: string, date: string): Day | null {
  if (date !== '00') return dayFromIso(`20${year}-${month}-${date}`);
  for (const last of ['31', '30', '29', '28']) {
    const day = dayFromIso(`20${year}-${month}-${last}`);
    if (day !== null) return day;
  }
  return null;
}
