import { expect, it } from 'vitest';
import type { Assessment } from '#lib/domain/assessment.ts';
import { dayFromIso } from '#lib/domain/case-day.ts';
import { assessmentJson, isoInstant } from './assessment-json.ts';

const summer = Date.parse('2026-07-01T06:00:00Z');

it('writes an instant as the clock of its zone shows it', () => {
  expect(isoInstant(summer, 'Europe/Zurich')).toBe('2026-07-01T08:00:00+02:00');
  expect(isoInstant(summer, 'America/St_Johns')).toBe('2026-07-01T03:30:00-02:30');
  expect(isoInstant(summer + 7, 'UTC')).toBe('2026-07-01T06:00:00.007Z');
  expect(Date.parse(isoInstant(summer + 7, 'Asia/Kathmandu'))).toBe(summer + 7);
});

it('writes days and instants for people, and leaves counts and micrometres as they are', () => {
  const day = dayFromIso('2026-07-01');
  const shown = assessmentJson(
    {
      nextSlot: { day, slot: 2, at: summer },
      reassessAt: summer,
      versionInForce: 3,
      devices: [{ reportedUm: 20_000, umPerDay: 20_000, openingUm: 1000, measured: { takenAt: summer } }],
      flags: [{ acknowledged: { until: summer, note: 'seen' }, evidence: { noticeDays: 3, firstDay: day } }],
    } as unknown as Assessment,
    'Europe/Zurich',
    summer,
  );
  expect(shown).toEqual({
    asOf: '2026-07-01T08:00:00+02:00',
    zone: 'Europe/Zurich',
    nextSlot: { day: '2026-07-01', slot: 2, at: '2026-07-01T08:00:00+02:00' },
    reassessAt: '2026-07-01T08:00:00+02:00',
    versionInForce: 3,
    devices: [
      {
        reportedUm: 20_000,
        umPerDay: 20_000,
        openingUm: 1000,
        measured: { takenAt: '2026-07-01T08:00:00+02:00' },
      },
    ],
    flags: [
      {
        acknowledged: { until: '2026-07-01T08:00:00+02:00', note: 'seen' },
        evidence: { noticeDays: 3, firstDay: '2026-07-01' },
      },
    ],
  });
});
