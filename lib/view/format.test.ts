import { describe, expect, it } from 'vitest';
import { dayFromIso } from '#lib/domain/case-day.ts';
import { formatAge } from './format-age.ts';
import { formatActuationCount, formatActuations, formatMm, formatSignedMm, mm } from './format-amount.ts';
import { formatDay, formatDuration, formatInstant, formatWeekday, zoneNote } from './format-date.ts';

const day = (iso: string) => dayFromIso(iso) ?? Number.NaN;

describe('dates', () => {
  it('are written 14-Jul-2025, in 24 hours, on the clock of the zone', () => {
    expect(formatDay(day('2025-07-14'))).toBe('14-Jul-2025');
    expect(formatInstant(Date.UTC(2025, 6, 14, 22, 5), 'Europe/Berlin')).toBe('15-Jul-2025 00:05');
    expect(formatInstant(Date.UTC(2025, 6, 14, 22, 5), 'America/New_York')).toBe('14-Jul-2025 18:05');
    expect(formatWeekday(day('2025-07-14'))).toBe('Mon');
    expect(formatWeekday(-1)).toBe('Wed');
  });

  it('name the zone only where it is not that of the clinic', () => {
    expect(zoneNote('Europe/Berlin', 'Europe/Berlin')).toBe('');
    expect(zoneNote('America/New_York', 'Europe/Berlin')).toBe(' (America/New York time)');
  });

  it.each([
    [45, '45 min'],
    [125, '2 h 5 min'],
    [1440, '1 d'],
    [1680, '1 d 4 h'],
    [17_280, '12 d'],
  ])('say %d minutes as %s', (minutes, words) => {
    expect(formatDuration(minutes)).toBe(words);
  });
});

describe('age', () => {
  it.each([
    ['2025-07-14', '2025-07-14', '0 d'],
    ['2025-07-14', '2025-08-10', '27 d'],
    ['2025-07-14', '2025-08-11', '4 w'],
    ['2024-07-14', '2025-11-14', '16 m'],
    ['2024-07-15', '2025-11-14', '15 m'],
    ['2022-09-01', '2025-11-14', '3 y 2 m'],
    ['2000-02-29', '2025-02-28', '24 y'],
    ['2025-07-14', '2025-07-13', 'not yet born'],
  ])('born %s is on %s %s', (born, on, words) => {
    expect(formatAge(day(born), day(on))).toBe(words);
  });
});

describe('amounts', () => {
  it('carry their unit and a true minus', () => {
    expect(formatMm(12_500)).toBe('12.5\u00a0mm');
    expect(formatMm(250)).toBe('0.25\u00a0mm');
    expect(formatSignedMm(-1000)).toBe('\u22121.0\u00a0mm');
    expect(formatSignedMm(500)).toBe('+0.5\u00a0mm');
    expect(formatSignedMm(0)).toBe('0.0\u00a0mm');
    expect(mm(-4, 2)).toBe('0.00');
  });

  it.each([
    [100, '1'],
    [50, '\u00bd'],
    [33, '1/3'],
    [167, '1 2/3'],
    [150, '1\u00bd'],
    [-100, '\u22121'],
    [-25, '\u2212\u00bc'],
    [120, '1.2'],
    [0, '0'],
  ])('%d hundredths are said %s', (centi, words) => {
    expect(formatActuations(centi)).toBe(words);
  });

  it('count actuations in the plural from more than one', () => {
    expect(formatActuationCount(50)).toBe('\u00bd actuation');
    expect(formatActuationCount(-100)).toBe('\u22121 actuation');
    expect(formatActuationCount(200)).toBe('2 actuations');
  });
});
