import { describe, expect, it } from 'vitest';
import { layOutSheet } from './sheet-pages.ts';

describe('layOutSheet', () => {
  const days = (count: number, slots: number) =>
    Array.from({ length: count }, () => ({ slots: Array.from({ length: slots }) }));
  const rowsOf = (count: number, slots: number, guidanceCharacters = 80) =>
    layOutSheet(days(count, slots), {
      paper: 'a4',
      columns: slots > 3 ? 'narrow' : 'wide',
      guidanceCharacters,
    }).map(
      ({ days: ofPage, hasGuidance }) => `${ofPage.length * slots}${hasGuidance ? ' and guidance' : ''}`,
    );

  it('parts no day, and puts the guidance where it fits', () => {
    expect(rowsOf(5, 2)).toEqual(['10 and guidance']);
    expect(rowsOf(10, 2)).toEqual(['20', '0 and guidance']);
    expect(rowsOf(60, 4)).toEqual([...Array.from({ length: 12 }, () => '20'), '0 and guidance']);
    expect(rowsOf(0, 1)).toEqual(['0 and guidance']);
    expect(rowsOf(5, 2, 1000)).toEqual(['10', '0 and guidance']);
  });
});
