import { describe, expect, it } from 'vitest';
import type { Assessment } from '#lib/domain/assessment.ts';
import { dayFromIso, startOfDay } from '#lib/domain/case-day.ts';
import type { Projection } from '#lib/domain/forecast/forecast.ts';
import { phaseDay } from './phase-day.ts';

const ZONE = 'Europe/London';
const SINCE = dayFromIso('2026-03-01') ?? 0;
const at = (number: number) => startOfDay(ZONE, SINCE + number - 1);

const words = (kind: 'activation' | 'consolidation' | 'latency', end: Projection, number: number) =>
  phaseDay(
    {
      phase: { kind, sinceAt: at(1) },
      forecast: { activationEndsAtPlan: end, consolidationEnds: end },
    } as Assessment,
    ZONE,
    at(number),
  );

describe('phaseDay', () => {
  it('counts the target day as a day of activation', () => {
    expect(words('activation', { kind: 'day', day: SINCE + 24 }, 12)).toBe('day 12 of 25');
  });

  it.each([
    [343, 1, 'day 1 of 343'],
    [343, 343, 'day 343 of 343'],
    [56, 57, 'day 57, 56 planned'],
    [0, 2, 'day 2'],
  ])('says where day %# of a consolidation of %i days stands', (days, number, expected) => {
    expect(words('consolidation', { kind: 'day', day: SINCE + days }, number)).toBe(expected);
  });

  it('does not make up a length', () => {
    expect(words('latency', { kind: 'day', day: SINCE + 3 }, 2)).toBe('day 2');
    expect(words('consolidation', { kind: 'not-assessable', reason: 'imaging-decides' }, 9)).toBe('day 9');
  });
});
