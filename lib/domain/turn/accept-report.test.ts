import { describe, expect, it } from 'vitest';
import { dayFromIso, dayOf } from '#lib/domain/case-day.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { NO_REMOVAL } from '#lib/domain/removal/no-removal.ts';
import { MINUTE_MS } from '#lib/domain/units.ts';
import { scriptedCase } from '#tests/factories/scripted-case.ts';
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
    ['at the minute of placement', { doneAt: PLACED }],
  ])('keeps a report %s', (_, over) => {
    expect(reasonFor(over)).toBe('accepted');
  });

  it.each<[string, Partial<TurnReport>]>([
    ['in-the-future', { doneAt: NOW + 5 * MINUTE_MS + 1 }],
    ['slot-in-the-future', { day: dayOf(ZONE, NOW) + 1 }],
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

  // Sessions at 08:00 and 20:00 from 12 March: windows change at 02:00 and 14:00.
  it.each([
    ['11 March, 20:00: twelve hours before the first of all', '2026-03-11T20:00Z', '2026-03-12', 1, null],
    ['11 March, 19:54', '2026-03-11T19:54Z', '2026-03-12', 1, 'day'],
    ['12 March, 13:55, by a clock that is five minutes slow', '2026-03-12T13:55Z', '2026-03-12', 2, null],
    ['12 March, 13:54', '2026-03-12T13:54Z', '2026-03-12', 2, 'slot'],
    ['13 March, 00:05: a sheet shifted by a day', '2026-03-13T00:05Z', '2026-03-14', 2, 'day'],
    ['13 March, 00:05: the morning to come', '2026-03-13T00:05Z', '2026-03-13', 1, 'slot'],
    ['13 March, 02:00: the morning, turned early', '2026-03-13T02:00Z', '2026-03-13', 1, null],
    ['13 March: a slot of the day that no version plans', '2026-03-13T09:00Z', '2026-03-13', 3, null],
    ['13 March: such a slot of the day after', '2026-03-13T09:00Z', '2026-03-14', 3, 'day'],
  ])('takes a turn for a slot from when its window begins: %s', (_, now, day, slot, field) => {
    const [from, on] = [dayFromIso('2026-03-12') ?? 0, dayFromIso(day) ?? 0];
    const [version] = scriptedCase({ devices: [{ turns: '' }], versions: [{ fromDay: from }] }).versions;
    const planned = { ...facts(), versions: version ? [version] : [] };
    const said = report({ day: on, slot, doneAt: null });
    const result = acceptReport(planned, said, Date.parse(now));
    expect(result.ok ? null : result.reason).toEqual(
      field && { kind: 'slot-in-the-future', field, now: Date.parse(now) },
    );
    expect(acceptReport(planned, { ...said, retracted: true }, Date.parse(now)).ok).toBe(true);
  });

  it('lets a report be corrected once', () => {
    const first = report({ id: 'first' });
    expect(reasonFor({ id: 'second', correctsId: 'first' }, [first])).toBe('accepted');
    const second = report({ id: 'second', correctsId: 'first' });
    expect(reasonFor({ id: 'third', correctsId: 'first' }, [first, second])).toBe('already-corrected');
    expect(reasonFor({ id: 'second', correctsId: 'first' }, [first, second])).toBe('accepted');
  });
});
