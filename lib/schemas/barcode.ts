import type { z } from 'zod';
import { isBarcode, parseUdi } from '#lib/domain/device/udi/parse-udi.ts';
import type { UdiProblem } from '#lib/domain/device/udi/udi.ts';

const SENTENCES: Record<UdiProblem['kind'], string> = {
  'not-a-barcode': 'this is no GS1 or HIBC barcode; scan it again, or type the device identifier alone',
  'check-fails': 'a character of this barcode was misread: its check does not fit; scan it again',
  unreadable: 'a part of this barcode cannot be read; scan it again, or type what stands under it',
  'no-identifier':
    'this barcode has no device identifier; scan the one that has, or type the identifier alone',
};

type Label = { udi: string | null; lot: string | null; serial: string | null; expiresDay: number | null };

/**
 * A whole barcode in the field of the identifier says lot, serial number and expiry as well: what was left empty is
 * filled from it, and what was typed otherwise is asked about.
 */
export function readBarcode<Said extends Label>(said: Said, context: z.RefinementCtx): Said {
  if (said.udi === null) return said;
  const issue = (field: keyof Label, message: string) =>
    context.addIssue({ code: 'custom', path: [field], message });
  if (!isBarcode(said.udi)) {
    if (said.udi.length > 120) issue('udi', 'write at most 120 characters');
    return said;
  }
  const read = parseUdi(said.udi);
  if (!read.ok) {
    issue('udi', SENTENCES[read.reason.kind]);
    return said;
  }
  const { di, lot, serial, expiresDay } = read.value;
  const differs = 'the barcode says otherwise: empty this to take it from there, or correct the barcode';
  if (lot !== null && said.lot !== null && said.lot !== lot) issue('lot', differs);
  if (serial !== null && said.serial !== null && said.serial !== serial) issue('serial', differs);
  if (expiresDay !== null && said.expiresDay !== null && said.expiresDay !== expiresDay) {
    issue('expiresDay', differs);
  }
  return {
    ...said,
    udi: di,
    lot: said.lot ?? lot,
    serial: said.serial ?? serial,
    expiresDay: said.expiresDay ?? expiresDay,
  };
}

/** A scanner's separator is a character that nobody sees: it is written as its picture. */
export function showSeparators(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\u001d', '\u241d') : value;
}
