import { dayFromIso, instantAt } from '#lib/domain/case-day.ts';
import type { Device } from '#lib/domain/device/device.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { sessionsOf } from '#lib/domain/plan/planned-slots.ts';
import { FIRST_DEFAULTS } from '#lib/domain/protocol/clinic-defaults.ts';
import type { ProtocolVersion } from '#lib/domain/protocol/version.ts';
import { NO_REMOVAL } from '#lib/domain/removal/no-removal.ts';
import type { TurnOutcome, TurnReport } from '#lib/domain/turn/report.ts';
import { type Centi, type Day, HOUR_MS, type Instant, MINUTE_MS } from '#lib/domain/units.ts';

/**
 * One letter per planned slot: D done, P half, S skipped, N could not engage, W wrong way, X twice the amount,
 * ? not sure, U not reported, C done but first reported as half and then corrected.
 */
type Letter = 'D' | 'P' | 'S' | 'N' | 'W' | 'X' | '?' | 'U' | 'C';

export type ScriptedDevice = Partial<Device> & { turns: string };
export type ScriptedVersion = Partial<ProtocolVersion> & {
  perSession?: readonly Centi[];
  targetUm?: number | null;
};

export type Script = {
  zone?: string;
  /** Day of the index operation, at 09:00; turning starts `latencyDays` later. */
  operation?: string;
  latencyDays?: number;
  devices: readonly ScriptedDevice[];
  versions?: readonly ScriptedVersion[];
  facts?: Partial<CaseFacts>;
};

/** A case told by the letters of its slots. */
export function scriptedCase(script: Script): CaseFacts {
  const zone = script.zone ?? 'Europe/Berlin';
  const operationDay = dayFromIso(script.operation ?? '2025-09-01') ?? 0;
  const operatedAt = instantAt(zone, operationDay, 9 * 60);
  const devices = script.devices.map((device, index) => deviceOf(device, index, operatedAt));
  const versions = (script.versions ?? [{}]).map((version, index) =>
    versionOf(version, index, devices, operationDay + (script.latencyDays ?? 3), operatedAt),
  );
  const base = { zone, versions };
  return {
    caseId: 'case-1',
    zone,
    site: 'posterior-cranial-vault',
    operations: [{ id: 'op-1', kind: 'index', endedAt: operatedAt, recordedAt: operatedAt }],
    devices,
    versions,
    proposals: [],
    events: [],
    reports: script.devices.flatMap((device, index) =>
      reportsOf(base, devices[index]?.id ?? '', device.turns),
    ),
    measurements: [],
    deviceEvents: [],
    recalls: [],
    complications: [],
    contacts: [],
    caregivers: [],
    decisions: [],
    removal: NO_REMOVAL,
    ...script.facts,
  };
}

/** The instant of a local date and time: `at('2025-09-10', '14:30')`. */
export function at(iso: string, time: string, zone = 'Europe/Berlin'): Instant {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return instantAt(zone, dayFromIso(iso) ?? 0, hour * 60 + minute);
}

function deviceOf({ turns: _, ...device }: ScriptedDevice, index: number, placedAt: Instant): Device {
  return {
    id: `device-${index + 1}`,
    label: ['Left', 'Right', 'Upper', 'Lower'][index] ?? `Device ${index + 1}`,
    position: 'posterior vault',
    turnDirection: 'with-arrow',
    umPerTurn: 500,
    actuationsPerTurn: 1,
    travelUm: 30_000,
    initialOpeningUm: 0,
    modelId: null,
    lot: null,
    serial: null,
    placedAt,
    removedAt: null,
    recordedAt: placedAt,
    ...device,
  };
}

function versionOf(
  { perSession = [100, 100], targetUm = 20_000, ...version }: ScriptedVersion,
  index: number,
  devices: readonly Device[],
  fromDay: Day,
  recordedAt: Instant,
): ProtocolVersion {
  return {
    version: index + 1,
    fromDay,
    fromSlot: 1,
    sessions: FIRST_DEFAULTS.sessions,
    devices: devices.map(({ id }) => ({ deviceId: id, perSession, targetUm })),
    lastDay: null,
    kind: 'change',
    stopVisitDay: null,
    latencyDays: null,
    minIntervalMin: FIRST_DEFAULTS.minIntervalMin,
    tolerances: FIRST_DEFAULTS.tolerances,
    missedTurnRule: FIRST_DEFAULTS.missedTurnRule,
    contactDays: FIRST_DEFAULTS.contactDays,
    consolidation: FIRST_DEFAULTS.consolidation,
    reasonCode: 'other',
    reason: 'First protocol',
    authorId: 'person-1',
    unusual: [],
    cosignBy: null,
    cosignerId: null,
    toldAt: recordedAt,
    cosignedAt: null,
    carries: null,
    toldById: null,
    recordedAt,
    ...version,
  };
}

const SHARES: Record<Letter, { share: number | null; outcome: TurnOutcome }> = {
  D: { share: 1, outcome: 'done' },
  C: { share: 1, outcome: 'done' },
  P: { share: 0.5, outcome: 'partial' },
  S: { share: 0, outcome: 'skipped' },
  N: { share: 0, outcome: 'could-not-engage' },
  W: { share: -1, outcome: 'wrong-way' },
  X: { share: 2, outcome: 'extra' },
  '?': { share: null, outcome: 'not-sure' },
  U: { share: null, outcome: 'not-sure' },
};

type Base = { zone: string; versions: readonly ProtocolVersion[] };

function reportsOf({ zone, versions }: Base, deviceId: string, turns: string): readonly TurnReport[] {
  const reports: TurnReport[] = [];
  let day = versions[0]?.fromDay ?? 0;
  let slots = sessionsOf(versions, day);
  for (const letter of turns.replaceAll(' ', '')) {
    const next = slots[0];
    if (!next) throw new Error(`no slot for ${letter} on day ${day}`);
    const { version, slot } = next;
    const planned = version.devices.find((plan) => plan.deviceId === deviceId)?.perSession[slot - 1] ?? 0;
    const done = instantAt(zone, day, version.sessions[slot - 1] ?? 0) + 10 * MINUTE_MS;
    reports.push(...reportFor(letter as Letter, deviceId, day, slot, planned, done));
    slots = slots.slice(1);
    while (slots.length === 0) slots = sessionsOf(versions, ++day);
  }
  return reports;
}

function reportFor(letter: Letter, deviceId: string, day: Day, slot: number, planned: Centi, done: Instant) {
  if (letter === 'U') return [];
  const { share, outcome } = SHARES[letter];
  const report: TurnReport = {
    id: `${deviceId}-${day}-${slot}`,
    deviceId,
    day,
    slot,
    actuationsCenti: share === null ? null : Math.round(planned * share),
    outcome,
    doneAt: done,
    recordedAt: done + 20 * MINUTE_MS,
    source: 'family-page',
    turnedBy: 'Mother',
    checkedBy: null,
    resistance: 'normal',
    pain: null,
    siteLook: null,
    note: null,
    signs: [],
    correctsId: null,
    retracted: false,
  };
  if (letter !== 'C') return [report];
  const first = { ...report, actuationsCenti: Math.round(planned / 2), outcome: 'partial' as const };
  return [
    first,
    { ...report, id: `${report.id}-corrected`, correctsId: report.id, recordedAt: done + 9 * HOUR_MS },
  ];
}
