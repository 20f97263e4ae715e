import { expect, it } from 'vitest';
import { assess } from '#lib/domain/assess.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { listedAssessment } from '#lib/domain/listed-assessment.ts';
import { removalOf, stateOf } from '#tests/factories/booking-facts.ts';
import { at, caseOf, daysDone, eventOf, versionOf } from '#tests/factories/case-facts.ts';
import { forecastLines } from './forecast-lines.ts';
import { nextDate } from './next-date.ts';
import { phaseRuler } from './phase-ruler.ts';

const clockAt = (now: number) => ({ clinicZone: 'UTC', zone: 'UTC', now });
const consolidating = [eventOf('activation-ended', at(10, 21)), eventOf('consolidation-started', at(11, 0))];
const decided = { ...eventOf('early-removal-decided', at(20, 11)), reasonCode: 'infection' as const };

function told(given: Partial<CaseFacts>, now: number) {
  const assessment = assess(caseOf({ reports: daysDone(1, 10), ...given }), now);
  const lines = forecastLines(assessment, null, clockAt(now));
  return {
    next: nextDate(listedAssessment(assessment), clockAt(now)),
    lines: lines.map(({ what, words }) => `${what}: ${words}`),
    end: phaseRuler(assessment, 'UTC', now)?.end,
  };
}

it('tells the theatre that is booked before the end of consolidation', () => {
  const booked = { events: consolidating, removal: removalOf([stateOf(at(70, 7), at(12, 9))]) };
  const before = told({ events: consolidating }, at(30, 9));
  expect(before.next?.what).toBe('Consolidated');
  const { next, lines } = told(booked, at(30, 9));
  expect(next).toMatchObject({ what: 'Theatre', when: '13-May-2026 07:00' });
  expect(lines).toContain('Theatre: 13-May-2026 07:00');
  expect(told(booked, at(70, 8)).next?.what).toBe('Theatre, time has passed');
});

it('tells a time that is only held as held, and none that was given up', () => {
  const state = stateOf(at(70, 7), at(12, 9));
  const held = { change: 'held' as const, holdUntil: at(40, 9) };
  const removal = removalOf([{ ...state, ...held }]);
  expect(told({ events: consolidating, removal }, at(30, 9)).next?.what).toBe('Theatre, held');
  expect(told({ events: consolidating, removal }, at(40, 9)).next?.what).toBe('Consolidated');
});

it('tells the target first while turning goes on', () => {
  const removal = removalOf([stateOf(at(70, 7), at(5, 9))]);
  const devices = [{ deviceId: 'left', perSession: [100, 100], targetUm: 20_000 }];
  const versions = [versionOf({ devices })];
  expect(told({ removal, versions }, at(8, 9)).next?.what).toBe('Target, at plan');
});

it('begins the removal on one day wherever it is told', () => {
  const early = told({ events: [...consolidating, decided] }, at(21, 9));
  expect(early.end).toBe('Removal from 24-Mar-2026');
  expect(early.lines).toContain('Removal: 24-Mar-2026 to 20-Apr-2026: early removal is decided');
  const overdue = told({ events: consolidating }, at(99, 9));
  expect(overdue.end).toBe('Removal from 10-May-2026');
  const unknown = told({ events: [eventOf('activation-ended', at(10, 21))] }, at(12, 9));
  expect(unknown.end).toBe('Removal: date not known');
});
