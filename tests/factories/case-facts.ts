import { dayFromIso, dayOf, instantAt } from '#lib/domain/case-day.ts';
import type { Complication, ComplicationStep } from '#lib/domain/complication/complication.ts';
import type { Contact } from '#lib/domain/contact/contact.ts';
import type { Flag } from '#lib/domain/deviation/flag.ts';
import type { Device } from '#lib/domain/device/device.ts';
import type { Recall } from '#lib/domain/device/recall.ts';
import type { CaseFacts, CourseEvent, FlagDecision } from '#lib/domain/facts.ts';
import type { Measurement } from '#lib/domain/measurement/measurement.ts';
import type { CaregiverFact, TrainingRecord } from '#lib/domain/patient/caregiver.ts';
import { FIRST_DEFAULTS } from '#lib/domain/protocol/clinic-defaults.ts';
import type { ProtocolVersion } from '#lib/domain/protocol/version.ts';
import { NO_REMOVAL } from '#lib/domain/removal/no-removal.ts';
import type { TurnReport } from '#lib/domain/turn/report.ts';
import type { Day, Instant } from '#lib/domain/units.ts';

const MORNING = 8 * 60;
const EVENING = 20 * 60;

/** The day of the index operation of the cases built here, 2026-03-02; their protocols begin three days later. */
const OPERATION_DAY: Day = dayFromIso('2026-03-02') ?? 0;
export const FIRST_DAY: Day = OPERATION_DAY + 3;

/** An instant in UTC: day 1 is the first day of the protocol. */
export function at(day: number, hour: number, minute = 0): Instant {
  return instantAt('UTC', FIRST_DAY + day - 1, hour * 60 + minute);
}

const OPERATED_AT = instantAt('UTC', OPERATION_DAY, 11 * 60);

/** A device of half a millimetre a turn, in place since the operation. */
export function deviceOf(given: Partial<Device> = {}): Device {
  return {
    id: 'left',
    label: given.id ?? 'left',
    position: '',
    turnDirection: 'with-arrow',
    umPerTurn: 500,
    actuationsPerTurn: 1,
    travelUm: 40_000,
    initialOpeningUm: 0,
    modelId: null,
    lot: null,
    serial: null,
    placedAt: OPERATED_AT,
    removedAt: null,
    recordedAt: OPERATED_AT,
    ...given,
  };
}

/** A version with a turn of the device `left` each morning and evening and no target, under the defaults of a clinic. */
export function versionOf(given: Partial<ProtocolVersion> = {}): ProtocolVersion {
  return {
    version: 1,
    fromDay: FIRST_DAY,
    fromSlot: 1,
    sessions: [MORNING, EVENING],
    devices: [{ deviceId: 'left', perSession: [100, 100], targetUm: null }],
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
    reason: '',
    authorId: 'surgeon',
    unusual: [],
    cosignBy: null,
    cosignerId: null,
    toldAt: given.recordedAt ?? OPERATED_AT,
    cosignedAt: null,
    carries: null,
    toldById: null,
    recordedAt: OPERATED_AT,
    ...given,
  };
}

/** A full turn of the device `left`, done and recorded at the time of its session. */
export function reportOf(day: number, slot: number, given: Partial<TurnReport> = {}): TurnReport {
  const time = given.doneAt ?? at(day, slot === 1 ? 8 : 20);
  const deviceId = given.deviceId ?? 'left';
  return {
    id: `${deviceId}-${day}-${slot}`,
    deviceId,
    day: FIRST_DAY + day - 1,
    slot,
    actuationsCenti: 100,
    outcome: 'done',
    doneAt: time,
    recordedAt: time,
    source: 'family-page',
    turnedBy: null,
    checkedBy: null,
    resistance: 'normal',
    pain: null,
    siteLook: null,
    note: null,
    signs: [],
    correctsId: null,
    retracted: false,
    ...given,
  };
}

/** Both sessions of each of these days, done. */
export function daysDone(from: number, through: number, given: Partial<TurnReport> = {}): TurnReport[] {
  const reports: TurnReport[] = [];
  for (let day = from; day <= through; day++) reports.push(reportOf(day, 1, given), reportOf(day, 2, given));
  return reports;
}

export function measurementOf(
  takenAt: Instant,
  valueUm: number,
  given: Partial<Measurement> = {},
): Measurement {
  return {
    id: `measurement-${takenAt}-${valueUm}`,
    kind: 'device-gap',
    deviceId: 'left',
    takenAt,
    valueUm,
    uncertaintyUm: 1000,
    method: 'xray',
    note: null,
    recordedAt: takenAt,
    ...given,
  };
}

/** An infection at the device `left`, seen and recorded at that moment. */
export function complicationOf(recordedAt: Instant, given: Partial<Complication> = {}): Complication {
  return {
    id: `complication-${recordedAt}`,
    kind: 'infection',
    failure: null,
    deviceId: 'left',
    onsetDay: dayOf('UTC', recordedAt),
    detectedBy: 'family',
    signs: [],
    note: null,
    recordedAt,
    steps: [],
    ...given,
  };
}

export function stepOf(kind: 'done' | 'resolved' | 'reopened', recordedAt: Instant): ComplicationStep {
  return { id: `${kind}-${recordedAt}`, kind, onDay: dayOf('UTC', recordedAt), note: null, recordedAt };
}

/** A recall recorded at that moment, on which somebody has to act at once. */
export function recallOf(recordedAt: Instant, given: Partial<Recall>): Recall {
  return {
    id: `recall-${recordedAt}`,
    modelId: null,
    lot: null,
    serial: null,
    level: 'act-now',
    reason: 'may reverse by itself',
    reference: 'field safety notice',
    issuedDay: dayOf('UTC', recordedAt),
    recordedAt,
    ...given,
  };
}

export function eventOf(kind: CourseEvent['kind'], when: Instant): CourseEvent {
  const told = { toldAt: null, toldById: null };
  return {
    id: `${kind}-${when}`,
    kind,
    at: when,
    reasonCode: 'other',
    reason: '',
    byId: 'surgeon',
    ...told,
    recordedAt: when,
  };
}

/** A call that reached the mother, recorded as it was made. */
export function contactOf(when: Instant, given: Partial<Contact> = {}): Contact {
  return {
    id: `contact-${when}`,
    kind: 'call',
    at: when,
    caregiverId: null,
    outcome: 'reached',
    signs: [],
    note: null,
    byId: 'nurse',
    recordedAt: when,
    signsToldAt: given.recordedAt ?? when,
    ...given,
  };
}

/** The mother, who was taught on the day of the operation. */
export function caregiverOf(given: Partial<CaregiverFact> = {}): CaregiverFact {
  return {
    id: 'mother',
    name: 'Ana Example',
    relation: 'mother',
    language: 'en',
    trainings: [trainingOf(OPERATED_AT, given.recordedAt)],
    recordedAt: OPERATED_AT,
    ...given,
  };
}

/** What is recorded of a training at that time, or at another, in the first version or a later one. */
export function trainingOf(
  taughtAt: Instant | null,
  recordedAt = taughtAt ?? OPERATED_AT,
  version = 1,
): TrainingRecord {
  return { version, taughtAt, recordedAt };
}

/** What somebody decides about a flag as it stands: acknowledged until it worsens. */
export function decisionOf(
  flag: Pick<Flag, 'key' | 'level' | 'extent'>,
  recordedAt: Instant,
  given: Partial<FlagDecision> = {},
): FlagDecision {
  return {
    id: 'decision',
    flagKey: flag.key,
    kind: 'acknowledged',
    level: flag.level,
    extent: flag.extent,
    until: null,
    action: null,
    assigneeId: null,
    note: '',
    byId: 'nurse',
    recordedAt,
    ...given,
  };
}

/** A case in UTC, operated on at 11:00 of `OPERATION_DAY`, with the device `left` and its version. */
export function caseOf(given: Partial<CaseFacts> = {}): CaseFacts {
  return {
    caseId: 'case',
    zone: 'UTC',
    site: 'posterior-cranial-vault',
    operations: [{ id: 'index', kind: 'index', endedAt: OPERATED_AT, recordedAt: OPERATED_AT }],
    devices: [deviceOf()],
    versions: [versionOf()],
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
    ...given,
  };
}
