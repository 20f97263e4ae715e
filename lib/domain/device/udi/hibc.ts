import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Day } from '#lib/domain/units.ts';
import { dayOfParts, type Udi, type UdiProblem } from './udi.ts';

/** The characters of HIBC, each worth its place (ANSI/HIBC 2.6, appendix B). */
const CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%';

/** Labeller, product and unit of measure. */
const PRIMARY = /^[A-Z][A-Z0-9]{3}[A-Z0-9]{1,18}\d$/;

type Said = Pick<Udi, 'lot' | 'serial' | 'expiresDay'>;
const NOTHING: Said = { lot: null, serial: null, expiresDay: null };

/** Reads an HIBC barcode that begins with the identifier: alone, or with lot, serial and dates behind slashes. */
export function parseHibc(code: string): Result<Udi, UdiProblem> {
  const body = code.slice(1, -1).toUpperCase();
  if (!hasCheckCharacter(code.toUpperCase())) return refused({ kind: 'check-fails' });
  const [primary = '', ...parts] = body.split('/');
  if (!PRIMARY.test(primary)) return refused({ kind: 'no-identifier' });
  let said = NOTHING;
  for (const part of parts) {
    const more = partOf(part);
    if (more === null) return refused({ kind: 'unreadable' });
    said = {
      lot: more.lot ?? said.lot,
      serial: more.serial ?? said.serial,
      expiresDay: more.expiresDay ?? said.expiresDay,
    };
  }
  return ok({ issuer: 'HIBC', di: primary, ...said });
}

/** The last character is the sum of the others, modulo 43. */
function hasCheckCharacter(code: string): boolean {
  const worths = [...code].map((character) => CHARACTERS.indexOf(character));
  if (worths.some((worth) => worth < 0)) return false;
  const check = worths.at(-1);
  return worths.slice(0, -1).reduce((sum, worth) => sum + worth, 0) % 43 === check;
}

/** One part behind a slash; null when it cannot be read. */
function partOf(part: string): Said | null {
  if (part.startsWith('$$+')) return dated(part.slice(3), 'serial');
  if (part.startsWith('$$')) return dated(part.slice(2), 'lot');
  if (part.startsWith('$+')) return { ...NOTHING, serial: orNull(part.slice(2)) };
  if (part.startsWith('$')) return { ...NOTHING, lot: orNull(part.slice(1)) };
  if (part.startsWith('S')) return { ...NOTHING, serial: orNull(part.slice(1)) };
  if (part.startsWith('14D')) return isoDated(part.slice(3));
  if (part.startsWith('16D')) return NOTHING;
  const julian = /^(\d{2})(\d{3})(.*)$/.exec(part);
  if (!julian) return null;
  const [, year = '', dayOfYear = '', lot = ''] = julian;
  return withDay(julianDay(year, dayOfYear), { ...NOTHING, lot: orNull(lot) });
}

/** Behind `$$`: a quantity that may be there, a date in the format that its first digit names, then lot or serial. */
function dated(text: string, what: 'lot' | 'serial'): Said | null {
  const rest = text.replace(/^(?:8\d{2}|9\d{5})/, '');
  const said = (value: string): Said => ({ ...NOTHING, [what]: orNull(value) });
  const at = (from: number, length: number) => rest.slice(from, from + length);
  switch (rest.charAt(0)) {
    case '0':
    case '1':
      return withDay(dayOfParts(at(2, 2), at(0, 2), '00'), said(rest.slice(4)));
    case '2':
      return withDay(dayOfParts(at(5, 2), at(1, 2), at(3, 2)), said(rest.slice(7)));
    case '3':
      return withDay(dayOfParts(at(1, 2), at(3, 2), at(5, 2)), said(rest.slice(7)));
    case '4':
      return withDay(dayOfParts(at(1, 2), at(3, 2), at(5, 2)), said(rest.slice(9)));
    case '5':
      return withDay(julianDay(at(1, 2), at(3, 3)), said(rest.slice(6)));
    case '6':
      return withDay(julianDay(at(1, 2), at(3, 3)), said(rest.slice(8)));
    case '7':
      return said(rest.slice(1));
    default:
      return null;
  }
}

function isoDated(text: string): Said | null {
  const [, year, month, date] = /^20(\d\d)(\d\d)(\d\d)$/.exec(text) ?? [];
  return withDay(year && month && date ? dayOfParts(year, month, date) : null, NOTHING);
}

function withDay(expiresDay: Day | null, said: Said): Said | null {
  return expiresDay === null ? null : { ...said, expiresDay };
}

/** The nth day of a year; null when the year has no such day. */
function julianDay(year: string, dayOfYear: string): Day | null {
  const first = dayOfParts(year, '01', '01');
  const last = dayOfParts(year, '12', '31');
  const day = first === null ? null : first + Number(dayOfYear) - 1;
  return day !== null && first !== null && last !== null && day >= first && day <= last ? day : null;
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
