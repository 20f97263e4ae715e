import { describe, expect, it } from 'vitest';
import { dayFromIso, dayOf, existsLocally, instantAt, isoDay, localTime, startOfDay } from './case-day.ts';
import { isZone } from './zone-offset.ts';

const day = (iso: string) => {
  const found = dayFromIso(iso);
  if (found === null) throw new Error(`no such day: ${iso}`);
  return found;
};
const utc = (iso: string) => Date.parse(iso);

describe('dayFromIso', () => {
  it.each(['2026-02-30', '2026-13-01', '26-01-01', '2026-1-1', ''])('refuses %j', (iso) => {
    expect(dayFromIso(iso)).toBeNull();
  });

  it('counts days and writes them back', () => {
    expect(dayFromIso('1970-01-02')).toBe(1);
    expect(isoDay(day('2024-02-29') + 1)).toBe('2024-03-01');
  });
});

describe('a local day is not an instant', () => {
  it('puts 00:20 in New York on that day there, whatever the day in UTC', () => {
    expect(localTime('America/New_York', utc('2026-03-13T04:20:00Z'))).toEqual({
      day: day('2026-03-13'),
      minute: 20,
    });
    expect(dayOf('America/New_York', utc('2026-03-13T03:59:00Z'))).toBe(day('2026-03-12'));
  });

  it.each([
    ['Europe/Madrid', '2026-06-01T06:00:00Z'],
    ['Asia/Kolkata', '2026-06-01T02:30:00Z'],
    ['America/Los_Angeles', '2026-06-01T15:00:00Z'],
  ])('finds 08:00 in %s', (zone, expected) => {
    expect(instantAt(zone, day('2026-06-01'), 480)).toBe(utc(expected));
  });
});

describe('the night the clocks change', () => {
  const zone = 'America/New_York';

  it('moves a time that is skipped forward and says that it does not exist', () => {
    expect(existsLocally(zone, day('2026-03-08'), 150)).toBe(false);
    expect(instantAt(zone, day('2026-03-08'), 150)).toBe(utc('2026-03-08T07:30:00Z'));
    expect(existsLocally(zone, day('2026-03-08'), 180)).toBe(true);
  });

  it('takes the first of a time that is repeated', () => {
    expect(instantAt(zone, day('2026-11-01'), 90)).toBe(utc('2026-11-01T05:30:00Z'));
    expect(existsLocally(zone, day('2026-11-01'), 90)).toBe(true);
  });

  it('keeps 08:00 at 08:00 on both sides', () => {
    expect(instantAt(zone, day('2026-03-07'), 480)).toBe(utc('2026-03-07T13:00:00Z'));
    expect(instantAt(zone, day('2026-03-09'), 480)).toBe(utc('2026-03-09T12:00:00Z'));
  });

  it('starts a day at 01:00 where midnight itself is skipped', () => {
    const skipped = day('2026-09-06');
    expect(existsLocally('America/Santiago', skipped, 0)).toBe(false);
    expect(localTime('America/Santiago', startOfDay('America/Santiago', skipped))).toEqual({
      day: skipped,
      minute: 60,
    });
  });
});

it('agrees with the platform on every third quarter of an hour of a year, half-hour changes included', () => {
  for (const zone of ['Europe/London', 'Australia/Lord_Howe', 'Africa/Casablanca', 'America/Santiago']) {
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'short',
    });
    for (let at = utc('2026-01-01T00:07:00Z'); at < utc('2027-01-01T00:00:00Z'); at += 45 * 60_000) {
      const { day: local, minute } = localTime(zone, at);
      const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
      if (`${isoDay(local)} ${clock}` !== format.format(at))
        expect.fail(`${zone} at ${new Date(at).toISOString()}`);
    }
  }
});

it('tells zones from other words', () => {
  expect(isZone('Europe/Berlin')).toBe(true);
  expect(isZone('Mars/Olympus')).toBe(false);
  expect(isZone('')).toBe(false);
});
