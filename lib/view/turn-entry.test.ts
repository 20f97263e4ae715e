import { describe, expect, it } from 'vitest';
import { dayFromIso } from '#lib/domain/case-day.ts';
import { buildCourse } from '#lib/domain/timeline/build-course.ts';
import { at, type Script, scriptedCase } from '#tests/factories/scripted-case.ts';
import { entrySlots, gridSlots, olderOpenSlots } from './turn-entry.ts';

const day = (iso: string) => dayFromIso(iso) ?? 0;
const courseOf = (script: Script, on: string, time: string) =>
  buildCourse(scriptedCase(script), at(on, time));
const ids = () => {
  let made = 0;
  return () => `id-${++made}`;
};
const choice = {
  fromDay: day('2025-09-04'),
  throughDay: day('2025-09-06'),
  withReported: false,
  more: null,
};

describe('the slots of a phone call', () => {
  it('are those that have begun and lack a report, latest first', () => {
    const course = courseOf({ devices: [{ turns: 'DUD' }, { turns: 'DDD' }] }, '2025-09-05', '21:00');
    const slots = entrySlots(course, choice, ids());
    expect(slots.map(({ when }) => when)).toEqual([
      'Fri 05-Sep-2025 20:00 · slot 2',
      'Thu 04-Sep-2025 20:00 · slot 2',
    ]);
    const [left, right] = slots[1]?.rows ?? [];
    expect(left).toMatchObject({ label: 'Left', planned: '1 actuation', plannedAmount: '1', already: null });
    expect(right?.already?.words).toBe(
      'done, 1 actuation, by Mother, family page, taken in 04-Sep-2025 20:30',
    );
  });

  it('include one that was reported only minutes ago, with who and when', () => {
    const course = courseOf({ devices: [{ turns: 'D' }] }, '2025-09-04', '08:35');
    const [slot] = entrySlots(course, choice, ids());
    expect(slot?.rows[0]?.already).toMatchObject({ isFresh: true, text: '1' });
    expect(entrySlots(courseOf({ devices: [{ turns: 'D' }] }, '2025-09-04', '08:45'), choice, ids())).toEqual(
      [],
    );
  });

  it('include one more on request, planned or not', () => {
    const course = courseOf({ devices: [{ turns: 'DD' }] }, '2025-09-04', '23:00');
    const more = { day: day('2025-09-04'), slot: 3 };
    const [slot] = entrySlots(course, { ...choice, more }, ids());
    expect(slot).toMatchObject({ key: '2025-09-04.3', time: null });
    expect(slot?.rows[0]).toMatchObject({ planned: 'nothing planned', plannedAmount: '', expectedCenti: 0 });
  });

  it('know a reached target from a hold, and what a turn would have been', () => {
    const course = courseOf(
      { devices: [{ turns: 'DD' }], versions: [{ targetUm: 1000 }] },
      '2025-09-05',
      '09:00',
    );
    const [slot] = gridSlots(course, day('2025-09-05'), day('2025-09-05'), ids());
    expect(slot?.rows[0]).toMatchObject({
      planned: 'amount reached (1 actuation before)',
      expectedCenti: 100,
    });
  });

  it('say that a turn is back, and after the target what it would have been', () => {
    const back = { version: 2, fromDay: day('2025-09-06'), perSession: [-100, -100], targetUm: 1500 };
    const course = courseOf({ devices: [{ turns: 'DDDDDD' }], versions: [{}, back] }, '2025-09-07', '21:00');
    const rows = gridSlots(course, day('2025-09-06'), day('2025-09-06'), ids()).flatMap((slot) => slot.rows);
    expect(
      rows.map(({ planned, plannedAmount, expectedCenti }) => [planned, plannedAmount, expectedCenti]),
    ).toEqual([
      ['1 actuation back', '-1', -100],
      ['amount reached (1 actuation back before)', '-1', -100],
    ]);
  });

  it('leave out a device before it was placed', () => {
    const course = courseOf(
      { devices: [{ turns: '' }, { turns: '', placedAt: at('2025-09-06', '10:00') }] },
      '2025-09-05',
      '21:00',
    );
    expect(entrySlots(course, choice, ids())[0]?.rows.map(({ label }) => label)).toEqual(['Left']);
  });

  it('say how many older ones are left out', () => {
    const course = courseOf({ devices: [{ turns: 'UUD' }] }, '2025-09-08', '21:00');
    expect(olderOpenSlots(course, day('2025-09-06'))).toBe(3);
  });
});
