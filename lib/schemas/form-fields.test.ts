import { describe, expect, test } from 'vitest';
import type { ZodType } from 'zod';
import {
  actuationsField,
  dayField,
  idField,
  mmField,
  momentField,
  optionalTextField,
  orNull,
  textField,
  tickField,
  wholeField,
  zoneField,
} from './form-fields.ts';

const read = (schema: ZodType, value: unknown) => {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : 'refused';
};

describe.each<[string, ZodType, [unknown, unknown][]]>([
  [
    'actuations as people say them',
    actuationsField,
    [
      ['1', 100],
      ['-0.5', -50],
      ['−1', -100],
      ['0,25', 25],
      ['.5', 50],
      ['1/3', 33],
      ['-2/3', -67],
      ['½', 50],
      ['1½', 150],
      ['1 ¼', 125],
      [0.33, 33],
      ['-0', 0],
      ['1e9', 'refused'],
      [1e9, 100_000_000_000],
      [Number.NaN, 'refused'],
      [Number.POSITIVE_INFINITY, 'refused'],
      ['', 'refused'],
      ['-', 'refused'],
      ['1/0', 'refused'],
      ['one', 'refused'],
      ['=1+1', 'refused'],
      [null, 'refused'],
    ],
  ],
  [
    'millimetres',
    mmField(0, 200),
    [
      ['0.5', 500],
      ['0,333', 333],
      [0.1 + 0.2, 300],
      ['0.0005', 'refused'],
      ['-1', 'refused'],
      ['201', 'refused'],
      ['NaN', 'refused'],
    ],
  ],
  [
    'days',
    dayField,
    [
      ['2026-03-01', 20_513],
      ['2026-02-30', 'refused'],
      ['1899-01-01', 'refused'],
      ['01/02/2026', 'refused'],
      ['', 'refused'],
    ],
  ],
  [
    'moments',
    momentField,
    [
      ['2026-03-01T08:05', { day: 20_513, minute: 485 }],
      ['2026-03-01 23:59:00', { day: 20_513, minute: 1439 }],
      ['2026-03-01T08:05:00Z', Date.UTC(2026, 2, 1, 8, 5)],
      ['2026-03-01T08:05+02:00', Date.UTC(2026, 2, 1, 6, 5)],
      [Date.UTC(2026, 2, 1), Date.UTC(2026, 2, 1)],
      ['2026-03-01T24:00', 'refused'],
      ['2026-02-29T08:00', 'refused'],
      [1e18, 'refused'],
      ['1985-03-01T08:00', 'refused'],
      ['2200-01-01T08:00', 'refused'],
      ['tomorrow', 'refused'],
    ],
  ],
  [
    'texts',
    textField(5),
    [
      [' abc ', 'abc'],
      ['abcdef', 'refused'],
      ['  ', 'refused'],
      ['a\u0000b', 'refused'],
      ['a\u001fb', 'refused'],
      ['\ud800', 'refused'],
      ['a\u0085b', 'refused'],
      ['\u0301', 'refused'],
      ['\u200b\u202e', 'refused'],
      ['-', '-'],
      ['a\nb', 'a\nb'],
      ['🙂', '🙂'],
      [7, 'refused'],
    ],
  ],
  [
    'texts that may be left out',
    optionalTextField(5),
    [
      ['', null],
      ['  ', null],
      [undefined, null],
      ['a', 'a'],
    ],
  ],
  [
    'whole numbers',
    wholeField(0, 10, 'points'),
    [
      ['7', 7],
      [7, 7],
      ['7.5', 'refused'],
      [11, 'refused'],
      ['', 'refused'],
    ],
  ],
  [
    'ids',
    idField,
    [
      ['0198A000-0000-7000-8000-000000000001', '0198a000-0000-7000-8000-000000000001'],
      ['1', 'refused'],
    ],
  ],
  [
    'zones',
    zoneField,
    [
      ['Europe/Zurich', 'Europe/Zurich'],
      ['Mars/Olympus', 'refused'],
      ['+02:00', 'refused'],
    ],
  ],
  [
    'what may be empty',
    orNull(wholeField(0, 10, 'points')),
    [
      ['', null],
      [null, null],
      ['3', 3],
      ['x', 'refused'],
    ],
  ],
  [
    'ticks',
    tickField,
    [
      ['on', true],
      [undefined, false],
      [false, false],
    ],
  ],
])('%s', (_what, schema, rows) => {
  test.each(rows)('%j is %j', (value, expected) => {
    expect(read(schema, value)).toEqual(expected);
  });
});
