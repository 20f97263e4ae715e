import { describe, expect, it } from 'vitest';
import { readCallForm } from './turn-call-form.ts';
import { readCorrectionForm } from './turn-correction-form.ts';
import { turnReportsInput } from './turn-reports.ts';
import { rowText, type TurnRow } from './turn-row.ts';
import { readSheetForm } from './turn-sheet-form.ts';

const device = '01990000-0000-7000-8000-00000000000d';
const row = (day: string, slot: number, more: Partial<TurnRow> = {}): TurnRow => ({
  key: `${day}.${slot}.1`,
  reportId: `01990000-0000-7000-8000-0000000000${String(slot).padStart(2, '0')}`,
  deviceId: device,
  day,
  slot: String(slot),
  expectedCenti: 100,
  minute: slot === 1 ? 480 : 1200,
  ...more,
});

function formOf(rows: readonly TurnRow[], typed: Record<string, string>): FormData {
  const form = new FormData();
  for (const each of rows) form.append('row', rowText(each));
  for (const [name, value] of Object.entries(typed)) form.append(name, value);
  return form;
}

const morning = row('2026-03-12', 1);
const evening = row('2026-03-12', 2);

describe('the form of a phone call', () => {
  it('takes done for what was planned and leaves out what was not said', () => {
    const { reports, fields } = readCallForm(
      formOf([morning, evening], { [`outcome.${morning.key}`]: 'done', turnedBy: 'Father' }),
    );
    expect(fields).toEqual({});
    expect(reports.map(({ values }) => values)).toMatchObject([
      { deviceId: device, day: '2026-03-12', slot: '1', outcome: 'done', actuations: 1, turnedBy: 'Father' },
    ]);
  });

  it('keeps pain, site and note with the latest slot of the call', () => {
    const { reports } = readCallForm(
      formOf([evening, morning], {
        [`outcome.${morning.key}`]: 'done',
        [`outcome.${evening.key}`]: 'skipped',
        pain: '4',
        note: 'Fever',
      }),
    );
    expect(reports.map(({ values }) => [values.slot, values.pain, values.note])).toEqual([
      ['2', '4', 'Fever'],
      ['1', undefined, undefined],
    ]);
  });

  it.each([
    ['20:10', '2026-03-12T20:10'],
    ['00:20', '2026-03-13T00:20'],
    ['14:00', '2026-03-12T14:00'],
    ['13:59', '2026-03-13T13:59'],
  ])('reads %s of the evening slot as %s', (time, moment) => {
    const { reports } = readCallForm(
      formOf([evening], { [`outcome.${evening.key}`]: 'done', 'time.2026-03-12.2': time }),
    );
    expect(reports[0]?.values.doneAt).toBe(moment);
  });

  it('turns the amount of a turn the wrong way round', () => {
    const amounts = ['', '0.5', '-0.5'].map(
      (typed) =>
        readCallForm(
          formOf([morning], {
            [`outcome.${morning.key}`]: 'wrong-way',
            [`amount.${morning.key}`]: typed,
          }),
        ).reports[0]?.values.actuations,
    );
    expect(amounts).toEqual([-1, -0.5, -0.5]);
  });

  it.each([
    ['done', '', -1],
    ['done', '1', -1],
    ['partial', '0.5', -0.5],
    ['partial', '-0.5', -0.5],
    ['extra', '2', -2],
    ['could-not-engage', '0.5', -0.5],
    ['done', '+1', 1],
    ['wrong-way', '', 1],
    ['wrong-way', '1', 1],
    ['wrong-way', '-0.5', 0.5],
    ['skipped', '0', 0],
  ])('reads %s %j of a slot that turns back as %d', (outcome, typed, actuations) => {
    const back = row('2026-03-12', 1, { expectedCenti: -100 });
    const { reports, fields } = readCallForm(
      formOf([back], { [`outcome.${back.key}`]: outcome, [`amount.${back.key}`]: typed }),
    );
    expect({ fields, actuations: reports[0]?.values.actuations }).toEqual({ fields: {}, actuations });
  });

  it('names the field of what it cannot read', () => {
    const { fields } = readCallForm(
      formOf([morning], {
        [`outcome.${morning.key}`]: 'partial',
        [`amount.${morning.key}`]: '1e9',
        'time.2026-03-12.1': '8 o\u2019clock',
      }),
    );
    expect(Object.keys(fields)).toEqual(['time.2026-03-12.1', `amount.${morning.key}`]);
    const { fields: none } = readCallForm(formOf([morning], { [`outcome.${morning.key}`]: 'partial' }));
    expect(none[`amount.${morning.key}`]).toContain('how many actuations');
  });

  it('ignores rows that somebody tampered with', () => {
    const form = formOf([], { row: 'x'.repeat(10_000) });
    expect(readCallForm(form)).toEqual({ reports: [], fields: {} });
  });
});

describe('the grid', () => {
  it('reads each cell against its plan and names the one that it cannot read', () => {
    const { reports, fields } = readSheetForm(
      formOf([morning, evening, row('2026-03-13', 1)], {
        [`cell.${morning.key}`]: '1/2',
        [`cell.${evening.key}`]: '',
        'cell.2026-03-13.1.1': 'yes',
      }),
    );
    expect(reports.map(({ values }) => [values.outcome, values.actuations, values.source])).toEqual([
      ['partial', 0.5, 'paper'],
    ]);
    expect(Object.keys(fields)).toEqual(['cell.2026-03-13.1.1']);
  });
});

it('reads a cell of a slot that turns back the way that it asks for', () => {
  const [first, second] = [morning, evening].map((one) => ({ ...one, expectedCenti: -100 }));
  if (!first || !second) throw new Error('There is no row.');
  const { reports } = readSheetForm(
    formOf([first, second], { [`cell.${first.key}`]: '1', [`cell.${second.key}`]: '+1' }),
  );
  expect(reports.map(({ values }) => [values.outcome, values.actuations])).toEqual([
    ['done', -1],
    ['wrong-way', 1],
  ]);
});

describe('a correction', () => {
  const typed = {
    reportId: '01990000-0000-7000-8000-0000000000aa',
    correctsId: '01990000-0000-7000-8000-0000000000ab',
    deviceId: device,
    day: '2026-03-12',
    slot: '1',
    outcome: 'partial',
    actuations: '1/2',
    doneDay: '2026-03-12',
    doneTime: '08:10',
    source: 'phone',
    correctionReason: 'Misheard',
  };

  it('becomes a report that names the one it corrects', () => {
    const { reports } = readCorrectionForm(formOf([], typed));
    const parsed = turnReportsInput.parse({ reports: reports.map(({ values }) => values) });
    expect(parsed.reports[0]).toMatchObject({
      correctsId: typed.correctsId,
      actuationsCenti: 50,
      doneAt: { minute: 490 },
      retracted: false,
    });
  });

  it.each([
    ['partial', '1/2', -50],
    ['done', '+1', 100],
    ['wrong-way', '1', 100],
  ])('of a slot that turns back reads %s %j as %d', (outcome, actuations, centi) => {
    const back = { ...typed, expectedCenti: '-100', outcome, actuations };
    const { reports } = readCorrectionForm(formOf([], back));
    const parsed = turnReportsInput.parse({ reports: reports.map(({ values }) => values) });
    expect(parsed.reports[0]?.actuationsCenti).toBe(centi);
  });

  it('that withdraws needs no amount, and says nothing of one', () => {
    const { reports, fields } = readCorrectionForm(formOf([], { ...typed, actuations: '', retract: 'yes' }));
    expect(fields).toEqual({});
    const parsed = turnReportsInput.parse({ reports: reports.map(({ values }) => values) });
    expect(parsed.reports[0]).toMatchObject({ retracted: true, outcome: 'not-sure', actuationsCenti: null });
  });

  it('asks for both day and time or neither', () => {
    expect(Object.keys(readCorrectionForm(formOf([], { ...typed, doneTime: '' })).fields)).toEqual([
      'doneTime',
    ]);
  });
});
