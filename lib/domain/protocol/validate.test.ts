import { describe, expect, it } from 'vitest';
import { dayFromIso, instantAt } from '#lib/domain/case-day.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { NO_REMOVAL } from '#lib/domain/removal/no-removal.ts';
import { FIRST_DEFAULTS } from './clinic-defaults.ts';
import { protocolProblems } from './validate.ts';
import type { DevicePlan, ProtocolVersion } from './version.ts';

const ZONE = 'Europe/London';
const FIRST = dayFromIso('2026-03-10') ?? 0;
const BAND = { leastUmPerDay: 500, mostUmPerDay: 2000 };

const plan = (over: Partial<DevicePlan> = {}): DevicePlan => ({
  deviceId: 'a',
  perSession: [100, 100],
  targetUm: 20_000,
  ...over,
});

const version = (over: Partial<ProtocolVersion> = {}): ProtocolVersion => ({
  version: 1,
  fromDay: FIRST,
  fromSlot: 1,
  sessions: [480, 1200],
  devices: [plan()],
  lastDay: null,
  kind: 'change',
  stopVisitDay: null,
  latencyDays: null,
  minIntervalMin: 240,
  tolerances: FIRST_DEFAULTS.tolerances,
  missedTurnRule: FIRST_DEFAULTS.missedTurnRule,
  contactDays: 7,
  consolidation: FIRST_DEFAULTS.consolidation,
  reasonCode: 'other',
  reason: '',
  authorId: 'p',
  unusual: [],
  cosignBy: null,
  cosignerId: null,
  toldAt: null,
  cosignedAt: null,
  carries: null,
  toldById: null,
  recordedAt: 0,
  ...over,
});

const operatedAt = instantAt(ZONE, FIRST - 2, 720);
const facts = (over: Partial<CaseFacts> = {}): CaseFacts => ({
  caseId: 'c',
  zone: ZONE,
  site: 'posterior-cranial-vault',
  operations: [{ id: 'o', kind: 'index', endedAt: operatedAt, recordedAt: operatedAt }],
  devices: [
    {
      id: 'a',
      label: 'A',
      position: '',
      umPerTurn: 500,
      actuationsPerTurn: 1,
      turnDirection: 'with-arrow',
      travelUm: 20_000,
      initialOpeningUm: 0,
      modelId: null,
      lot: null,
      serial: null,
      placedAt: operatedAt,
      removedAt: null,
      recordedAt: operatedAt,
    },
  ],
  versions: [],
  proposals: [],
  events: [],
  reports: [],
  measurements: [],
  deviceEvents: [],
  recalls: [],
  complications: [],
  contacts: [],
  caregivers: [],
  decisions: [],
  removal: NO_REMOVAL,
  ...over,
});

const kinds = (next: ProtocolVersion, of: CaseFacts = facts()) =>
  protocolProblems(of, next, BAND).map(({ severity, kind }) => `${severity}: ${kind}`);

describe('protocolProblems', () => {
  it('finds nothing wrong with 0.5 and with 2 mm a day, both valid prescriptions', () => {
    expect(kinds(version({ devices: [plan({ perSession: [100, 0] })] }))).toEqual([]);
    expect(kinds(version({ devices: [plan({ perSession: [200, 200] })] }))).toEqual([]);
  });

  it.each<[string, Partial<ProtocolVersion>]>([
    ['unusual: outside-band', { devices: [plan({ perSession: [99, 0] })] }],
    ['unusual: outside-band', { devices: [plan({ perSession: [201, 200] })] }],
    ['unusual: target-past-travel', { devices: [plan({ targetUm: 20_001 })] }],
    ['unusual: reversal', { devices: [plan({ perSession: [-100, 0] })] }],
    ['impossible: version-not-next', { version: 2 }],
    ['impossible: sessions-not-ascending', { sessions: [1200, 480] }],
    ['impossible: first-slot-unknown', { fromSlot: 3 }],
    ['impossible: before-operation', { fromDay: FIRST - 3 }],
    ['impossible: too-long-ago', { recordedAt: instantAt(ZONE, FIRST + 733, 720) }],
    ['impossible: ends-before-it-begins', { lastDay: FIRST - 1 }],
    ['impossible: amounts-do-not-match-sessions', { devices: [plan({ perSession: [100] })] }],
    ['impossible: sessions-closer-than-interval', { minIntervalMin: 721 }],
    ['impossible: device-unknown', { devices: [plan(), plan({ deviceId: 'b' })] }],
  ])('says %s', (expected, over) => {
    expect(kinds(version(over))).toEqual([expected]);
  });

  it('wants every device in place planned, and none twice', () => {
    expect(kinds(version({ devices: [] }))).toEqual(['impossible: no-devices']);
    expect(kinds(version({ devices: [plan(), plan()] }))).toContain('impossible: device-twice');
  });

  it('needs an operation to start from', () => {
    expect(kinds(version(), facts({ operations: [] }))).toEqual(['impossible: no-index-operation']);
  });

  it('does not let the sessions of two versions cross on the day of the change', () => {
    const existing = facts({ versions: [version()] });
    const threeTimes = { sessions: [360, 840, 1260], devices: [plan({ perSession: [50, 50, 50] })] };
    expect(kinds(version({ version: 2, fromDay: FIRST + 1, fromSlot: 2, ...threeTimes }), existing)).toEqual(
      [],
    );
    expect(kinds(version({ version: 2, fromDay: FIRST + 1, fromSlot: 3, ...threeTimes }), existing)).toEqual(
      [],
    );
    const early = { sessions: [60, 300, 660], devices: [plan({ perSession: [50, 50, 50] })] };
    expect(kinds(version({ version: 2, fromDay: FIRST + 1, fromSlot: 2, ...early }), existing)).toEqual([
      'impossible: seam-overlaps',
    ]);
  });
});
