import { describe, expect, it } from 'vitest';
import { dayFromIso } from '#lib/domain/case-day.ts';
import { buildCourse } from '#lib/domain/timeline/build-course.ts';
import { at, scriptedCase } from '#tests/factories/scripted-case.ts';
import { slotRecord } from './slot-record.ts';

const day = dayFromIso('2025-09-04') ?? 0;

describe('the record of a slot', () => {
  it('keeps the original beside its correction, with who and why', () => {
    const facts = scriptedCase({ devices: [{ turns: 'C' }] });
    const corrected = facts.reports[1]?.id ?? '';
    const traces = new Map([
      [corrected, { id: corrected, recordedBy: 'R. Nurse', correctionReason: 'Misheard on the phone' }],
    ]);
    const record = slotRecord(
      buildCourse(facts, at('2025-09-04', '23:00')),
      { day, slot: 1, deviceIndex: 0 },
      traces,
    );
    expect(record).toMatchObject({
      title: 'Left, slot 1',
      when: 'Thu 04-Sep-2025 08:00',
      planned: '1 actuation (0.5\u00a0mm), by protocol version 1',
      status: 'done, 1 actuation of 1 planned',
    });
    expect(record?.threads).toHaveLength(1);
    expect(record?.threads[0]?.lines).toMatchObject([
      { kind: 'reported', what: 'partly done: \u00bd actuation (0.25\u00a0mm)', stands: false, reason: null },
      { kind: 'corrected', stands: true, recordedBy: 'R. Nurse', reason: 'Misheard on the phone' },
    ]);
    expect(record?.threads[0]?.correction).toMatchObject({
      correctsId: corrected,
      amount: '1',
      outcome: 'done',
      doneTime: '08:10',
    });
  });

  it('keeps the way of an amount that is corrected in a slot that turns back', () => {
    const back = { version: 2, fromDay: day + 1, perSession: [-100, -100] };
    const facts = scriptedCase({ devices: [{ turns: 'DDDW' }], versions: [{}, back] });
    const course = buildCourse(facts, at('2025-09-05', '23:00'));
    const amounts = [1, 2].map(
      (slot) =>
        slotRecord(course, { day: day + 1, slot, deviceIndex: 0 }, new Map())?.threads[0]?.correction?.amount,
    );
    expect(amounts).toEqual(['-1', '+1']);
  });

  it('of a withdrawn turn can bring it back', () => {
    const facts = scriptedCase({ devices: [{ turns: 'D' }] });
    const [first] = facts.reports;
    if (!first) throw new Error('one report was scripted');
    const withdrawn = {
      ...first,
      id: 'w',
      correctsId: first.id,
      retracted: true,
      recordedAt: first.recordedAt + 1,
    };
    const course = buildCourse({ ...facts, reports: [first, withdrawn] }, at('2025-09-04', '23:00'));
    const record = slotRecord(course, { day, slot: 1, deviceIndex: 0 }, new Map());
    expect(record?.status).toBe('not reported, 1 actuation planned');
    expect(record?.threads[0]?.lines.at(-1)).toMatchObject({ kind: 'withdrawn', stands: true });
    expect(record?.threads[0]?.correction).toMatchObject({ correctsId: 'w', isWithdrawn: true, amount: '1' });
  });

  it('of a device that the case has not is nothing', () => {
    const course = buildCourse(scriptedCase({ devices: [{ turns: 'D' }] }), at('2025-09-04', '23:00'));
    expect(slotRecord(course, { day, slot: 1, deviceIndex: 7 }, new Map())).toBeNull();
  });
});
