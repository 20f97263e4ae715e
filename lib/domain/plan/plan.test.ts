import { describe, expect, it } from 'vitest';
import { dayFromIso, instantAt } from '#lib/domain/case-day.ts';
import type { Device } from '#lib/domain/device/device.ts';
import { FIRST_DEFAULTS } from '#lib/domain/protocol/clinic-defaults.ts';
import type { ProtocolVersion } from '#lib/domain/protocol/version.ts';
import { plannedSlots, sessionsOf } from './planned-slots.ts';
import { slotAt } from './slot-at.ts';
import { windowStartOf } from './slot-window.ts';

const ZONE = 'Europe/London';
const FIRST = dayFromIso('2026-03-10') ?? 0;
const EVENING = 20 * 60;
const MORNING = 8 * 60;

const device = (over: Partial<Device> = {}): Device => ({
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
  placedAt: instantAt(ZONE, FIRST - 3, 600),
  removedAt: null,
  recordedAt: instantAt(ZONE, FIRST - 3, 700),
  ...over,
});

const version = (over: Partial<ProtocolVersion> = {}): ProtocolVersion => ({
  version: 1,
  fromDay: FIRST,
  fromSlot: 1,
  sessions: [MORNING, EVENING],
  devices: [{ deviceId: 'a', perSession: [100, 100], targetUm: null }],
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
  reason: 'first',
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

const lay = (
  versions: ProtocolVersion[],
  days: number,
  inactive: { from: number; to: number | null }[] = [],
) => [...plannedSlots({ zone: ZONE, devices: [device()], versions, inactive }, FIRST + days - 1)];

describe('plannedSlots', () => {
  it('turns in full while that leads nearer the target, then is complete', () => {
    const near = [{ deviceId: 'a', perSession: [100, 100], targetUm: 1200 }];
    const slots = lay([version({ devices: near })], 3);
    expect(slots.map(({ amounts }) => amounts[0]?.kind)).toEqual([
      'turn',
      'turn',
      'complete',
      'complete',
      'complete',
      'complete',
    ]);
    const past = [{ deviceId: 'a', perSession: [100, 100], targetUm: 1250 }];
    expect(lay([version({ devices: past })], 2).map(({ amounts }) => amounts[0]?.kind)).toEqual([
      'turn',
      'turn',
      'turn',
      'complete',
    ]);
  });

  it('shares a day between two versions at the slot of the change', () => {
    const second = version({
      version: 2,
      fromDay: FIRST + 1,
      fromSlot: 2,
      devices: [{ deviceId: 'a', perSession: [0, 0], targetUm: null }],
    });
    const slots = lay([second, version()], 3);
    expect(
      slots.map((slot) => [slot.version.version, slot.amounts[0]?.kind, slot.amounts[0]?.totalCenti]),
    ).toEqual([
      [1, 'turn', 100],
      [1, 'turn', 200],
      [1, 'turn', 300],
      [2, 'hold', 300],
      [2, 'hold', 300],
      [2, 'hold', 300],
    ]);
  });

  it('plans nothing after the last day, nor while activation is over', () => {
    expect(lay([version({ lastDay: FIRST })], 2).map(({ amounts }) => amounts[0]?.kind)).toEqual([
      'turn',
      'turn',
      'none',
      'none',
    ]);
    const pause = [{ from: instantAt(ZONE, FIRST, 600), to: instantAt(ZONE, FIRST + 1, 600) }];
    expect(lay([version()], 2, pause).map(({ amounts }) => amounts[0]?.totalCenti)).toEqual([
      100, 100, 100, 200,
    ]);
  });

  it('takes a negative amount as a reversal', () => {
    const back = version({
      version: 2,
      fromDay: FIRST + 1,
      devices: [{ deviceId: 'a', perSession: [-100, -100], targetUm: null }],
    });
    expect(lay([version(), back], 2).map(({ amounts }) => amounts[0]?.totalCenti)).toEqual([
      100, 200, 100, 0,
    ]);
  });
});

describe('a reversal laid out from what was turned', () => {
  const back = version({ devices: [{ deviceId: 'a', perSession: [-100, -100], targetUm: 1500 }] });
  const from = (total: number, planned: number) =>
    [
      ...plannedSlots({ zone: ZONE, devices: [device()], versions: [back], inactive: [] }, FIRST, {
        day: FIRST,
        slot: 1,
        totals: [total],
        planned: [planned],
      }),
    ].map(({ amounts }) => amounts[0]?.totalCenti);

  it('ends at its target', () => {
    expect(from(400, 400)).toEqual([300, 300]);
  });

  it('asks for no more where it was turned back past its target', () => {
    expect(from(200, 300)).toEqual([200, 200]);
  });

  it('ends where the device was placed where the target lies ahead of the plan', () => {
    expect(from(100, 100)).toEqual([0, 0]);
  });
});

describe('sessionsOf', () => {
  it('is empty before the first version', () => {
    expect(sessionsOf([version()], FIRST - 1)).toEqual([]);
  });
});

describe('slotAt', () => {
  const at = (day: number, minute: number) => slotAt([version()], ZONE, instantAt(ZONE, day, minute));

  it('counts a turn at 00:20 for the evening before', () => {
    expect(at(FIRST + 5, 20)).toEqual({ day: FIRST + 4, slot: 2 });
  });

  it('changes slots halfway between two', () => {
    expect(at(FIRST + 5, 13 * 60 + 59)).toEqual({ day: FIRST + 5, slot: 1 });
    expect(at(FIRST + 5, 14 * 60)).toEqual({ day: FIRST + 5, slot: 2 });
  });

  it.each([20, 120, 14 * 60 - 1, 14 * 60, 23 * 60])(
    'is a slot whose window has begun, at minute %d',
    (minute) => {
      const now = instantAt(ZONE, FIRST + 5, minute);
      const slot = slotAt([version()], ZONE, now) ?? { day: 0, slot: 0 };
      const next = slot.slot === 1 ? { day: slot.day, slot: 2 } : { day: slot.day + 1, slot: 1 };
      expect(windowStartOf([version()], ZONE, slot)).toBeLessThanOrEqual(now);
      expect(windowStartOf([version()], ZONE, next)).toBeGreaterThan(now);
    },
  );

  it('knows no slot before the protocol begins', () => {
    expect(at(FIRST - 2, 600)).toBeNull();
  });
});
