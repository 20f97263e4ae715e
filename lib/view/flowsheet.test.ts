import { describe, expect, it } from 'vitest';
import { dayFromIso } from '#lib/domain/case-day.ts';
import { buildCourse } from '#lib/domain/timeline/build-course.ts';
import { eventOf } from '#tests/factories/case-facts.ts';
import { at, type Script, scriptedCase } from '#tests/factories/scripted-case.ts';
import { flowsheet } from './flowsheet.ts';
import { readSlotAddress, slotAddress } from './slot-address.ts';

const sheetOf = (script: Script, day: string, time = '12:00') =>
  flowsheet(buildCourse(scriptedCase(script), at(day, time)));

describe('the flowsheet', () => {
  it('has days across, slots and devices down, and what was reported in the cells', () => {
    const sheet = sheetOf({ devices: [{ turns: 'DDPD' }, { turns: 'DXUD' }] }, '2025-09-05', '23:50');
    expect(sheet.days.map(({ date }) => date)).toEqual(['04-Sep', '05-Sep']);
    expect(sheet.days.map(({ isToday }) => isToday)).toEqual([false, true]);
    expect(sheet.devices.map(({ label }) => label)).toEqual(['Left', 'Right']);
    const text = sheet.devices.map(({ rows }) => rows.map(({ cells }) => cells.map((cell) => cell.text)));
    expect(text).toEqual([
      [
        ['1', '\u00bd'],
        ['1', '1'],
      ],
      [
        ['1', 'U'],
        ['2', '1'],
      ],
    ]);
  });

  it('tells blank from zero', () => {
    const sheet = sheetOf(
      {
        devices: [{ turns: 'S' }, { turns: '', placedAt: at('2025-09-05', '09:00') }],
        versions: [{ perSession: [100, 0] }],
      },
      '2025-09-04',
      '23:50',
    );
    const [left, right] = sheet.devices.map(({ rows }) => rows.map(({ cells }) => cells[0]));
    expect(left?.[0]).toMatchObject({ text: '0', status: 'skipped', opens: true });
    expect(left?.[1]).toMatchObject({ text: 'H', opens: false, words: expect.stringContaining('on hold') });
    expect(right?.[0]).toMatchObject({
      text: '',
      opens: false,
      words: expect.stringContaining('nothing planned'),
    });
  });

  it('lays out a course of five years in pages, and says what each leaves out', () => {
    const course = buildCourse(scriptedCase({ devices: [{ turns: 'DD' }] }), at('2030-09-04', '12:00'));
    const last = flowsheet(course);
    expect(last.days).toHaveLength(120);
    expect(last.days.at(-1)?.iso).toBe('2030-09-04');
    expect(last.later).toBeNull();
    expect(last.earlier).toEqual({ words: '1707 days, 04-Sep-2025 to 07-May-2030', until: '2030-05-07' });
    const before = flowsheet(course, dayFromIso('2030-05-07'));
    expect(before.days.at(-1)?.iso).toBe('2030-05-07');
    expect(before.later).toEqual({ words: '120 days, 08-May-2030 to 04-Sep-2030', until: '2030-09-04' });
    const first = flowsheet(course, dayFromIso('2020-01-01'));
    expect(first.days[0]?.iso).toBe('2025-09-04');
    expect(first.earlier).toBeNull();
    expect(flowsheet(course, dayFromIso('2026-02-03')).days.some(({ iso }) => iso === '2026-02-03')).toBe(
      true,
    );
  });

  it('adds up to the figures of the course', () => {
    const script: Script = { devices: [{ turns: 'DDPD', umPerTurn: 300 }] };
    const course = buildCourse(scriptedCase(script), at('2025-09-05', '23:50'));
    const [device] = flowsheet(course).devices;
    expect(device?.totals).toEqual({
      planned: ['0.60', '1.20'],
      reported: ['0.60', '1.05'],
      difference: ['0.00', '\u22120.15'],
    });
    expect(device?.reported).toBe('1.05\u00a0mm');
    expect(course.devices[0]?.reportedUm).toBe(1050);
  });

  it('marks what came late, was copied from paper or was corrected', () => {
    const facts = scriptedCase({ devices: [{ turns: 'CDD' }] });
    const [first, second, third, fourth] = facts.reports;
    if (!first || !second || !third || !fourth) throw new Error('four reports were scripted');
    const reports = [
      first,
      second,
      { ...third, source: 'paper' as const, recordedAt: at('2025-09-05', '23:00') },
      fourth,
    ];
    const sheet = flowsheet(buildCourse({ ...facts, reports }, at('2025-09-06', '00:30')));
    const marks = sheet.devices[0]?.rows.flatMap(({ cells }) => cells.map((cell) => cell.marks));
    expect(marks).toEqual([['corrected'], [], [], ['late', 'transcribed'], [], []]);
  });

  it('stops at the last turn once activation is long over, and says so', () => {
    const sheet = sheetOf(
      {
        devices: [{ turns: 'DD' }],
        facts: {
          events: [eventOf('activation-ended', at('2025-09-05', '07:00'))],
        },
      },
      '2025-12-01',
    );
    expect(sheet.days).toHaveLength(1);
    expect(sheet.endedOn).toBe('04-Sep-2025');
  });

  it('is empty before a protocol and a turn', () => {
    expect(sheetOf({ devices: [{ turns: '' }], versions: [] }, '2025-09-05').days).toEqual([]);
  });
});

describe('the address of a slot', () => {
  it('comes back as it went', () => {
    const place = { day: 20_000, slot: 2, deviceIndex: 3 };
    expect(readSlotAddress(slotAddress(place))).toEqual(place);
  });

  it.each(['', '2026-02-30.1.1', '2026-03-01.0.1', '2026-03-01.1', 'x', ['2026-03-01.1.1'], undefined])(
    'is nothing for %j',
    (text) => expect(readSlotAddress(text)).toBeNull(),
  );
});
