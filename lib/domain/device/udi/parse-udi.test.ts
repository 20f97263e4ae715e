import { describe, expect, it } from 'vitest';
import { dayFromIso } from '#lib/domain/case-day.ts';
import { isBarcode, parseUdi } from './parse-udi.ts';

const day = (iso: string) => dayFromIso(iso);
const GS = '\u001d';
const DI = '00844588003288';

/** An HIBC code with its check character, made by another way of counting than the parser's. */
function hibc(body: string): string {
  const characters = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%'];
  let worth = characters.indexOf('+');
  for (const character of body) worth = (worth + characters.indexOf(character)) % characters.length;
  return `+${body}${characters[worth]}`;
}

describe('a GS1 barcode', () => {
  it.each([
    ['as under the bars', `(01)${DI}(17)141120(10)7654321D(21)10987654d321`],
    ['with blanks', ` (01) ${DI} (17) 141120 (10) 7654321D (21) 10987654d321 `],
    ['as scanned', `01${DI}17141120107654321D${GS}2110987654d321`],
    ['as scanned, with the kind of code', `]d201${DI}17141120107654321D${GS}2110987654d321`],
    ['with the lot last', `]C101${DI}171411202110987654d321${GS}107654321D`],
    ['with written separators', `01${DI}17141120107654321D<GS>2110987654d321`],
    ['with the day of making', `01${DI}11101120171411202110987654d321${GS}107654321D${GS}`],
  ])('says identifier, lot, serial and expiry, %s', (_, text) => {
    expect(parseUdi(text)).toEqual({
      ok: true,
      value: {
        issuer: 'GS1',
        di: DI,
        lot: '7654321D',
        serial: '10987654d321',
        expiresDay: day('2014-11-20'),
      },
    });
  });

  it('may say no more than the identifier', () => {
    expect(parseUdi(`(01)${DI}`)).toMatchObject({
      value: { di: DI, lot: null, serial: null, expiresDay: null },
    });
  });

  it('expires at the end of a month whose day is 00', () => {
    expect(parseUdi(`(01)${DI}(17)280200`)).toMatchObject({ value: { expiresDay: day('2028-02-29') } });
  });

  it.each([
    ['a digit misread', '(01)00844588003289(10)A', 'check-fails'],
    ['an expiry that is no day', `(01)${DI}(17)141320`, 'unreadable'],
    ['a date cut short', `01${DI}171411`, 'unreadable'],
    ['no identifier', '(10)7654321D', 'no-identifier'],
    ['another number', '5901234123457', 'not-a-barcode'],
    ['nothing', '', 'not-a-barcode'],
    ['a parenthesis left open', `(01${DI}`, 'unreadable'],
  ])('is refused with %s', (_, text, kind) => {
    expect(parseUdi(text)).toEqual({ ok: false, reason: { kind } });
  });
});

describe('an HIBC barcode', () => {
  it('is read as the standard shows one', () => {
    const text = '+A99912345/$$52001510X3/16D20111212/S77DE1G45-';
    expect(parseUdi(text)).toEqual({
      ok: true,
      value: {
        issuer: 'HIBC',
        di: 'A99912345',
        lot: '10X3',
        serial: '77DE1G45',
        expiresDay: day('2020-01-15'),
      },
    });
  });

  it.each([
    ['month and year', '/$$0927LOT9', 'LOT9', null, '2027-09-30'],
    ['month, day and year', '/$$2093027LOT9', 'LOT9', null, '2027-09-30'],
    ['year, month and day', '/$$3270930LOT9', 'LOT9', null, '2027-09-30'],
    ['the day of the year', '/$$527273LOT9', 'LOT9', null, '2027-09-30'],
    ['its hour too', '/$$62727312LOT9', 'LOT9', null, '2027-09-30'],
    ['no date', '/$$7LOT9', 'LOT9', null, null],
    ['a quantity before', '/$$8013270930LOT9', 'LOT9', null, '2027-09-30'],
    ['a serial instead of a lot', '/$$+3270930SN9', null, 'SN9', '2027-09-30'],
    ['a lot alone', '/$LOT9', 'LOT9', null, null],
    ['a serial alone', '/$+SN9', null, 'SN9', null],
    ['the old form', '/27273LOT9', 'LOT9', null, '2027-09-30'],
    ['an expiry of its own', '/$LOT9/14D20270930', 'LOT9', null, '2027-09-30'],
  ])('is read with %s', (_, tail, lot, serial, expiry) => {
    expect(parseUdi(hibc(`A123BJC5D60${tail}`))).toEqual({
      ok: true,
      value: { issuer: 'HIBC', di: 'A123BJC5D60', lot, serial, expiresDay: expiry && day(expiry) },
    });
  });

  it.each([
    ['a character misread', `${hibc('A123BJC5D60/$LOT9').slice(0, -2)}8X`, 'check-fails'],
    ['a day that the year does not have', hibc('A123BJC5D60/$$527366LOT9'), 'unreadable'],
    ['no product', hibc('$LOT9'), 'no-identifier'],
    ['a plus alone', '+', 'check-fails'],
  ])('is refused with %s', (_, text, kind) => {
    expect(parseUdi(text)).toEqual({ ok: false, reason: { kind } });
  });
});

it('tells a barcode from an identifier alone', () => {
  expect([`(01)${DI}`, '+A1', `01${DI}17`, ']d201'].map(isBarcode)).toEqual([true, true, true, true]);
  expect([DI, 'H123PARTNO120', ''].map(isBarcode)).toEqual([false, false, false]);
});
