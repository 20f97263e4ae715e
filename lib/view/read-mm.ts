import type { Um } from '#lib/domain/units.ts';

/** Millimetres as people write them (`0.5`, `0,5`, `−1`), in µm; null for anything else. */
export function readMm(text: string): Um | null {
  const written = text.trim().replace(',', '.').replace('\u2212', '-');
  return /^[+-]?(\d{1,4}(\.\d{1,3})?|\.\d{1,3})$/.test(written)
    ? Math.round(Number(written) * 1000) || 0
    : null;
}

/** µm as they are typed: `0.5`, `12`; empty when not known. */
export function mmText(um: Um | null | undefined): string {
  return um === null || um === undefined ? '' : String(um / 1000);
}
