import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { dayFromIso, instantAt } from '#lib/domain/case-day.ts';
import { HOUR_MS } from '#lib/domain/units.ts';
import { type CalendarEvent, theatreCalendar } from './theatre-calendar.ts';

const at = (zone: string, iso: string, minute: number) => instantAt(zone, dayFromIso(iso) ?? 0, minute);

function eventAt(startsAt: number, given: Partial<CalendarEvent> = {}): CalendarEvent {
  return {
    uid: 'one@turnwise',
    sequence: 1,
    changedAt: startsAt - 24 * HOUR_MS,
    startsAt,
    endsAt: startsAt + HOUR_MS,
    summary: 'Removal (Dr Å. Surgeon)',
    location: 'Theatre 3',
    status: 'CONFIRMED',
    ...given,
  };
}

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents('vtimezone'))
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  return { calendar, events: calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one)) };
}

describe('a calendar of theatre times', () => {
  it.each(['Europe/London', 'America/Bogota', 'Asia/Kolkata', 'Australia/Lord_Howe'])(
    'begins at 07:30 in %s before and after each change of clocks, and at the right instant',
    (zone) => {
      const days = ['2026-01-12', '2026-03-30', '2026-04-06', '2026-07-01', '2026-10-05', '2026-10-26'];
      const starts = days.map((day) => at(zone, day, 7 * 60 + 30));
      ICAL.TimezoneService.reset();
      const { events } = read(
        theatreCalendar(
          'Theatre 3',
          zone,
          starts.map((start, index) => eventAt(start, { uid: `${index}@turnwise` })),
        ),
      );
      expect(events.map(({ startDate }) => [startDate.hour, startDate.minute])).toEqual(
        days.map(() => [7, 30]),
      );
      expect(events.map(({ startDate }) => startDate.toJSDate().getTime())).toEqual(starts);
      expect(events.map(({ endDate }) => endDate.toJSDate().getTime())).toEqual(
        starts.map((start) => start + HOUR_MS),
      );
    },
  );

  it('keeps its id, counts its changes and says what was cancelled', () => {
    const start = at('Europe/London', '2026-05-04', 450);
    const { events } = read(
      theatreCalendar('Theatre 3', 'Europe/London', [eventAt(start, { sequence: 4, status: 'CANCELLED' })]),
    );
    const [event] = events;
    expect(event?.uid).toBe('one@turnwise');
    expect(event?.sequence).toBe(4);
    expect(event?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
  });

  it('carries any text over its lines of at most 75 octets', () => {
    const summary = `Removal, "${'ä€🦴'.repeat(40)}"; back\\slash\nnew line`;
    const text = theatreCalendar('A, B; C', 'Europe/London', [
      eventAt(at('Europe/London', '2026-05-04', 450), { summary }),
    ]);
    expect(read(text).events[0]?.summary).toBe(summary);
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });

  it('is a calendar without events as well', () => {
    expect(read(theatreCalendar('Theatre 3', 'Europe/London', [])).events).toEqual([]);
  });
});
