import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Day } from '#lib/domain/units.ts';
import { dayOfParts, type Udi, type UdiProblem } from './udi.ts';

/** Separates elements of variable length in a scanned GS1 barcode (FNC1). */
const GS = '\u001d';

/** Lengths of GS1 elements that are not ended by a separator (GS1 General Specifications, figure 7.8.5-2). */
const FIXED: Readonly<Record<string, number>> = {
  '00': 18,
  '01': 14,
  '02': 14,
  '11': 6,
  '13': 6,
  '15': 6,
  '17': 6,
  '20': 2,
};

/** Reads a GS1 barcode: with parentheses, as it stands under the bars, or with separators, as a scanner types it. */
export function parseGs1(code: string): Result<Udi, UdiProblem> {
  const elements = code.startsWith('(') ? bracketed(code) : scanned(code);
  return elements.ok ? udiOf(elements.value) : elements;
}

type Elements = ReadonlyMap<string, string>;

function bracketed(code: string): Result<Elements, UdiProblem> {
  const elements = new Map<string, string>();
  let rest = code;
  while (rest !== '') {
    const match = /^\((\d{2,4})\)([^(]{1,90})/.exec(rest);
    if (!match?.[1] || !match[2]) return refused({ kind: 'unreadable' });
    elements.set(match[1], match[2].trim());
    rest = rest.slice(match[0].length);
  }
  return ok(elements);
}

/** A scan without parentheses: only one that begins with the identifier is told from any other number. */
function scanned(code: string): Result<Elements, UdiProblem> {
  const elements = new Map<string, string>();
  let rest = code.startsWith(GS) ? code.slice(1) : code;
  if (!/^01\d{14}/.test(rest)) return refused({ kind: 'not-a-barcode' });
  while (rest !== '') {
    const ai = rest.slice(0, /^(?:24[01]|25[0-5]|71\d)/.test(rest) ? 3 : 2);
    if (!/^\d+$/.test(ai)) return refused({ kind: 'unreadable' });
    const fixed = FIXED[ai];
    const end = fixed === undefined ? rest.indexOf(GS) : ai.length + fixed;
    const value = rest.slice(ai.length, end < 0 ? undefined : end);
    if (value === '' || (fixed !== undefined && value.length < fixed)) return refused({ kind: 'unreadable' });
    elements.set(ai, value);
    const after = end < 0 ? '' : rest.slice(end);
    rest = after.startsWith(GS) ? after.slice(1) : after;
  }
  return ok(elements);
}

function udiOf(elements: Elements): Result<Udi, UdiProblem> {
  const di = elements.get('01');
  if (di === undefined) return refused({ kind: 'no-identifier' });
  if (!/^\d{14}$/.test(di)) return refused({ kind: 'unreadable' });
  if (!hasCheckDigit(di)) return refused({ kind: 'check-fails' });
  const expiry = elements.get('17');
  const expiresDay = expiry === undefined ? null : gs1Day(expiry);
  if (expiry !== undefined && expiresDay === null) return refused({ kind: 'unreadable' });
  return ok({
    issuer: 'GS1',
    di,
    lot: elements.get('10') ?? null,
    serial: elements.get('21') ?? null,
    expiresDay,
  });
}

/** The last digit makes the weighted sum a multiple of ten, weights 3 and 1 in turn. */
function hasCheckDigit(gtin: string): boolean {
  const sum = [...gtin].reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 3 : 1), 0);
  return sum % 10 === 0;
}

/** `YYMMDD`; the date 00 is the last of its month. Null: no such day. */
function gs1Day(text: string): Day | null {
  const [, year, month, date] = /^(\d\d)(\d\d)(\d\d)$/.exec(text) ?? [];
  return year && month && date ? dayOfParts(year, month, date) : null;
}
