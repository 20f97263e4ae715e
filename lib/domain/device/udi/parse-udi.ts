import type { Result } from '#lib/domain/result.ts';
import { parseGs1 } from './gs1.ts';
import { parseHibc } from './hibc.ts';
import type { Udi, UdiProblem } from './udi.ts';

/** What scanners write before the code to say of which kind it is. */
const SYMBOLOGY = /^\](?:d[12]|C[01]|e0|Q3|J1|A0)/;

/** How the separator of a scan is written where it would not be seen. */
const WRITTEN_SEPARATOR = /\u241d|<GS>|\{GS\}/g;

/** Reads the text of a UDI barcode, as a scanner types it or as it stands under the bars. Pure. */
export function parseUdi(text: string): Result<Udi, UdiProblem> {
  const code = text.trim().replace(SYMBOLOGY, '').replace(WRITTEN_SEPARATOR, '\u001d');
  return code.startsWith('+') ? parseHibc(code) : parseGs1(code);
}

/** Whether a text is meant as a whole barcode, not as a device identifier alone. */
export function isBarcode(text: string): boolean {
  return /^(?:\(\d{2,4}\)|\+|\][A-Za-z]|01\d{14})/.test(text.trim());
}
