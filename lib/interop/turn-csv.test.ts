import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromIso } from '#lib/domain/case-day.ts';
import { at, scriptedCase } from '#tests/factories/scripted-case.ts';
import { MOST_CSV_LINES, readTurnCsv } from './turn-csv.ts';
import { turnCsvTemplate } from './turn-csv-template.ts';
import { readTurnImport } from './turn-import.ts';

const HEAD = 'date,slot,device,actuations';
const bytes = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, mark: boolean) =>
  Uint8Array.from([
    ...(mark ? [0xff, 0xfe] : []),
    ...[...text].flatMap((letter) => [letter.charCodeAt(0), 0]),
  ]);

const facts = scriptedCase({ devices: [{ turns: 'DD' }, { turns: 'DP' }] });
const context = {
  facts,
  zone: facts.zone,
  devices: facts.devices,
  expectedCenti: () => 100,
  now: at('2025-09-08', '12:00'),
  idOfLine: (line: number) => `id-${line}`,
};

function read(text: string) {
  const table = readTurnCsv(bytes(text));
  if (!table.ok) throw new Error(table.reason.kind);
  return readTurnImport(table.value, context);
}

describe('a file of turns', () => {
  it.each([
    ['commas', `${HEAD}\n2025-09-05,1,Left,1\n`],
    ['a BOM', `\ufeff${HEAD}\n2025-09-05,1,Left,1\n`],
    ['semicolons and decimal commas', 'Date;Slot;Device;Actuations\r\n2025-09-05;1;left;1,0\r\n'],
    ['tabs', 'date\tslot\tdevice\tactuations\n2025-09-05\t1\tLeft\t1'],
    [
      'other dates and more columns',
      'slot,date,device,actuations,Turned by\n1,05-Sep-2025,"Left",1,Ana\n\n,,,,\n',
    ],
  ])('with %s is read', (_name, text) => {
    expect(read(text)).toMatchObject({
      problems: [],
      lines: [{ deviceLabel: 'Left', day: '2025-09-05', slot: 1, outcome: 'done', fate: 'new' }],
    });
  });

  it.each([
    ['nothing', bytes(''), 'empty'],
    ['blanks', bytes(' \n \n'), 'empty'],
    ['UTF-16 with a mark', utf16(`${HEAD}\n`, true), 'utf-16'],
    ['UTF-16 without one', utf16(`${HEAD}\n`, false), 'utf-16'],
    ['a zero byte', bytes(`${HEAD}\n2025-09-05,1,Le\u0000ft,1`), 'nul'],
    ['Latin-1', Uint8Array.from([...bytes(`${HEAD}\n`), 0xe9]), 'not-utf-8'],
    ['an Excel workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 'workbook'],
    ['an open quote', bytes(`${HEAD}\n"2025`), 'quote'],
    ['a line of 2 MB', bytes(`${HEAD}\n${'x'.repeat(2_000_000)}`), 'line-too-long'],
    ['two million separators', bytes(`${HEAD}\n${','.repeat(2_000_000)}`), 'line-too-long'],
    ['a quote within', bytes(`${HEAD}\n2025"x,1,Left,1`), 'quote'],
    ['no header', bytes('2025-09-05,1,Left,1\n'), 'columns-missing'],
    ['an unknown column', bytes(`${HEAD},weight\n`), 'column-unknown'],
    ['a column twice', bytes(`${HEAD},slot\n`), 'column-twice'],
    ['a header alone', bytes(`${HEAD}\n`), 'no-lines'],
    ['10,000 columns', bytes(`${HEAD}${',x'.repeat(10_000)}\n`), 'too-many-columns'],
    [
      'too many lines',
      bytes(`${HEAD}\n${'2025-09-05,1,Left,1\n'.repeat(MOST_CSV_LINES + 1)}`),
      'too-many-lines',
    ],
  ])('of %s is refused', (_name, content, kind) => {
    expect(readTurnCsv(content)).toMatchObject({ ok: false, reason: { kind } });
  });

  it('names line and column of every cell that is wrong', () => {
    const { problems, reports } = read(
      [
        'date,slot,device,actuations,outcome,done_at,resistance,pain,note',
        '2025-02-30,1,Left,1,,,,,',
        '2025-09-05,0,Left,1,,,,,',
        '2025-09-05,1,Third,1,,,,,',
        '2025-09-05,1,Left,lots,,,,,',
        '2025-09-05,2,Left,1,maybe,25:00,hard,11,=SUM(A1)',
        '2025-09-06,1,Left,1,not sure,,,,',
        '2025-09-06,2,Left,1e9,,,,,',
        '2025-09-06,1,Right,NaN,,,,,',
        ',,,,,,,,only a note',
      ].join('\n'),
    );
    expect(problems.map(({ line, column, kind }) => `${line} ${column} ${kind}`)).toEqual([
      '2 date day',
      '3 slot slot',
      '4 device device',
      '5 actuations not-an-amount',
      '6 note formula',
      '6 outcome outcome',
      '6 done_at time',
      '6 resistance resistance',
      '6 pain pain',
      '7 actuations amount-against-outcome',
      '8 actuations too-many',
      '9 actuations not-an-amount',
      '10 date missing',
      '10 slot missing',
      '10 device missing',
      '10 actuations missing',
    ]);
    expect(reports).toEqual([]);
  });

  it('reads an amount in a slot that turns back the way that it asks for', () => {
    const table = readTurnCsv(
      bytes(
        `${HEAD},outcome\n2025-09-05,1,Left,1,\n2025-09-05,2,Left,+1,\n2025-09-06,1,Left,-1,\n2025-09-06,2,Left,1,wrong-way\n2025-09-07,1,Left,1/2,partial\n2025-09-07,2,Left,,done\n`,
      ),
    );
    if (!table.ok) throw new Error(table.reason.kind);
    const { reports, problems } = readTurnImport(table.value, { ...context, expectedCenti: () => -100 });
    expect(problems).toEqual([]);
    expect(reports.map(({ values }) => `${values.outcome} ${values.actuations}`)).toEqual([
      'done -1',
      'wrong-way 1',
      'done -1',
      'wrong-way 1',
      'partial -0.5',
      'done -1',
    ]);
  });

  it('takes the wrong way against the plan, whichever sign it has', () => {
    const { reports } = read(
      `${HEAD},outcome\n2025-09-05,1,Left,1,wrong-way\n2025-09-05,2,Left,-1,wrong-way\n`,
    );
    expect(reports.map(({ values }) => values.actuations)).toEqual([-1, -1]);
  });

  it('refuses what cannot be true', () => {
    const { problems } = read(
      `${HEAD},done_at\n2025-09-09,1,Left,1,\n2025-08-01,1,Left,1,\n2025-09-08,1,Left,1,23:00\n2025-09-08,2,Left,1,`,
    );
    expect(problems.map(({ line, column, kind }) => `${line} ${column} ${kind}`)).toEqual([
      '2 date slot-in-the-future',
      '3 date before-placement',
      '4 done_at in-the-future',
      '5 slot slot-in-the-future',
    ]);
  });

  it('refuses a time that the clocks skip', () => {
    const spring = scriptedCase({ operation: '2026-03-26', devices: [{ turns: '' }] });
    const table = readTurnCsv(bytes(`${HEAD},done_at\n2026-03-29,1,Left,1,02:30\n`));
    if (!table.ok) throw new Error(table.reason.kind);
    const { problems } = readTurnImport(table.value, {
      ...context,
      facts: spring,
      now: at('2026-03-30', '12:00'),
    });
    expect(problems).toMatchObject([{ line: 2, column: 'done_at', kind: 'time-does-not-exist' }]);
  });

  it('says of a slot that it is said twice, and on which line first', () => {
    const { problems } = read(`${HEAD}\n2025-09-05,1,Left,1\n2025-09-05,1,LEFT,1\n`);
    expect(problems).toMatchObject([{ line: 3, kind: 'slot-twice', firstLine: 2 }]);
  });

  it('leaves alone what is reported already, and shows where it differs', () => {
    const { lines, reports } = read(
      `${HEAD}\n2025-09-04,2,Right,1\n2025-09-04,1,Left,1\n2025-09-05,1,Left,x\n`,
    );
    expect(lines.map(({ fate, differsFromCenti }) => [fate, differsFromCenti])).toEqual([
      ['known', 50],
      ['known', null],
      ['new', null],
    ]);
    expect(reports.map(({ line, values }) => [line, values.id, values.outcome])).toEqual([
      [4, 'id-4', 'skipped'],
    ]);
  });

  it('counts lines as an editor does, also after a text of two lines', () => {
    const { problems } = read(`${HEAD},note\n2025-09-05,1,Left,1,"two\nlines"\n\n2025-09-05,2,Left,lots,\n`);
    expect(problems).toMatchObject([{ line: 5, column: 'actuations' }]);
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (content) => {
        readTurnCsv(content);
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 8 }), (cells) => {
        const table = readTurnCsv(bytes(`${HEAD},note\n${cells.join(',')}`));
        if (table.ok) readTurnImport(table.value, context);
      }),
    );
  });

  it.each(['＝1+1', '+1+1', "+cmd|' /C calc'!A0", '"\t=1+1"', '"  =1+1"'])('refuses a note %j', (note) => {
    const { problems } = read(`${HEAD},note,turned_by\n2025-09-07,1,Left,1,${note},\n`);
    expect(problems).toMatchObject([{ line: 2, column: 'note', kind: 'formula' }]);
  });

  it.each(['=1+1', '+1', '- left', '\t=1', '＝1+1'])(
    'is a template in which a device %j is text',
    (deviceLabel) => {
      expect(turnCsvTemplate([{ day: 20_500, slot: 2, deviceLabel }])).toContain(`'${deviceLabel}`);
    },
  );

  it('can be written as a template, which reads back as lines that lack an amount', () => {
    const day = dayFromIso('2025-09-05') ?? 0;
    const { problems } = read(turnCsvTemplate([{ day, slot: 2, deviceLabel: 'Left' }]));
    expect(problems).toMatchObject([{ line: 2, column: 'actuations', kind: 'missing' }]);
  });
});
