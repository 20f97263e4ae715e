import { describe, expect, it } from 'vitest';
import { dayOf } from '#lib/domain/case-day.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { NO_REMOVAL } from '#lib/domain/removal/no-removal.ts';
import { MINUTE_MS } from '#lib/domain/units.ts';
import { acceptReport } from './accept-report.ts';
import type { TurnReport } from './report.ts';

const ZONE = 'Europe/London';
const NOW = Date.parse('2026-03-12T09:00:00Z');
const PLACED = Date.parse('2026-03-10T12:00:00Z');

const facts = (reports: TurnReport[] = []): CaseFacts => ({
  caseId: 'c',
  zone: ZONE,
  site: 'posterior-cranial-vault',
  operations: [],
  devices: [
    {
      id: 'a',
      label: 'A',
      position: '',
      umPerTurn: 500,
      actuationsPerTurn: 1,
      turnDirection: 'with-arrow',
      travelUm: 30_000,
      initialOpeningUm: 0,
      modelId: null,
      lot: null,
      serial: null,
      placedAt: PLACED,
      removedAt: null,
      recordedAt: PLACED,
    },
  ],
  proposals: [],
  versions: [],
  events: [],
  reports,
  measurements: [],
  deviceEvents: [],
  recalls: [],
  complications: [],
  contacts: [],
  caregivers: [],
  decisions: [],
  removal: NO_REMOVAL,
});

const report = (over: Partial<TurnReport> = {}): TurnReport => ({
  id: 'r',
  deviceId: 'a',
  day: dayOf(ZONE, NOW),
  slot: 1,
  actuationsCenti: 100,
  outcome: 'done',
  doneAt: NOW,
  recordedAt: NOW,
  source: 'phone',
  turnedBy: null,
  checkedBy: null,
  resistance: 'unknown',
  pain: null,
  siteLook: null,
  note: null,
  signs: [],
  correctsId: null,
  retracted: false,
  ...over,
});

const reasonFor = (over: Partial<TurnReport>, reports: TurnReport[] = []) => {
  const result = acceptReport(facts(reports), report(over), NOW);
  return result.ok ? 'accepted' : result.reason.kind;
};

describe('acceptReport', () => {
  it.each<[string, Partial<TurnReport>]>([
    ['five minutes ahead of our clock', { doneAt: NOW + 5 * MINUTE_MS }],
    ['far more than planned', { actuationsCenti: 20_000 }],
    ['the wrong way', { actuationsCenti: -100, outcome: 'wrong-way' }],
    ['not sure, with no amount', { actuationsCenti: null, outcome: 'not-sure' }],
    ['the slot of tomorrow, turned early', { day: dayOf(ZONE, NOW) + 1 }],
    ['at the minute of placement', { doneAt: PLACED }],
  ])('keeps a report %s', (_, over) => {
    expect(reasonFor(over)).toBe('accepted');
  });

  it.each<[string, Partial<TurnReport>]>([
    ['in-the-future', { doneAt: NOW + 5 * MINUTE_MS + 1 }],
    ['slot-in-the-future', { day: dayOf(ZONE, NOW) + 2 }],
    ['before-placement', { doneAt: PLACED - 1 }],
    ['before-placement', { doneAt: null, day: dayOf(ZONE, PLACED) - 1 }],
    ['device-unknown', { deviceId: 'of another case' }],
    ['amount-impossible', { actuationsCenti: 20_001 }],
    ['amount-impossible', { actuationsCenti: Number.NaN }],
    ['amount-impossible', { actuationsCenti: 1e11 }],
    ['amount-missing', { actuationsCenti: null }],
    ['amount-not-known', { outcome: 'not-sure' }],
    ['correction-of-unknown', { correctsId: 'never seen' }],
  ])('refuses what cannot be true: %s', (kind, over) => {
    expect(reasonFor(over)).toBe(kind);
  });

  it('lets a report be corrected once', () => {
    const first = report({ id: 'first' });
    expect(reasonFor({ id: 'second', correctsId: 'first' }, [first])).toBe('accepted');
    const second = report({ id: 'second', correctsId: 'first' });
    expect(reasonFor({ id: 'third', correctsId: 'first' }, [first, second])).toBe('already-corrected');
    expect(reasonFor({ id: 'second', correctsId: 'first' }, [first, second])).toBe('accepted');
  });
});
