import { newId } from '#lib/data/new-id.ts';
import type { AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import type { Flag } from '#lib/domain/deviation/flag.ts';
import { FIRST_DEFAULTS } from '#lib/domain/protocol/clinic-defaults.ts';
import type { Result } from '#lib/domain/result.ts';
import { type Day, HOUR_MS, type Instant } from '#lib/domain/units.ts';
import { openCase } from '#lib/operations/open-case.ts';
import { placeDevice } from '#lib/operations/place-device.ts';
import { publishProtocolVersion } from '#lib/operations/publish-protocol-version.ts';
import { recordOperation } from '#lib/operations/record-operation.ts';
import { recordTurnReports } from '#lib/operations/record-turn-reports.ts';
import type { OpenCaseInput } from '#lib/schemas/case.ts';
import type { RecordComplicationInput } from '#lib/schemas/complication.ts';
import type { ContactInput } from '#lib/schemas/contact.ts';
import type { DeviceFields } from '#lib/schemas/device.ts';
import type { FlagDecisionInput } from '#lib/schemas/flag-decision.ts';
import type { PublishProtocolInput } from '#lib/schemas/protocol.ts';
import type { TurnReportInput } from '#lib/schemas/turn-reports.ts';
import type { Staff } from './staffed-clinic.ts';

export const DAY_MS = 24 * HOUR_MS;

/** The value of a result that must not be refused. */
export function accepted<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.reason)}`);
  return result.value;
}

/** The answers of a form for a new case with a new patient. */
export function newCase(staff: Staff, patient: { mrn?: string; familyName?: string } = {}): OpenCaseInput {
  return {
    caseId: newId(),
    surgeonId: staff.surgeon.personId,
    site: 'posterior-cranial-vault',
    zone: 'Europe/Zurich',
    patient: {
      kind: 'new',
      id: newId(),
      mrn: patient.mrn ?? `M-${newId().slice(-8)}`,
      familyName: patient.familyName ?? 'Tester',
      givenName: 'Ann',
      sex: 'female',
      bornDay: 20_000,
      diagnosis: null,
      sutureCodes: ['Q75.021'],
      syndrome: null,
    },
    caregiver: null,
  };
}

/** The label of a device as it is typed. */
export function newDevice(label: string, placedAt: Instant): DeviceFields {
  return {
    modelId: null,
    label,
    position: `parietal ${label}`,
    umPerTurn: 500,
    actuationsPerTurn: 1,
    turnDirection: 'with-arrow',
    travelUm: 30_000,
    initialOpeningUm: 0,
    placedAt,
    lot: null,
    serial: null,
    udi: null,
    expiresDay: null,
    mriStatus: 'unknown',
    mriReference: null,
    arm: null,
    driver: null,
  };
}

/** A version of one turn of each device in the morning and in the evening. */
export function newVersion(
  deviceIds: readonly string[],
  fromDay: Day,
  change: Partial<PublishProtocolInput> = {},
): PublishProtocolInput {
  const { sessions, latencyDays, tolerances, minIntervalMin, contactDays, consolidation, missedTurnRule } =
    FIRST_DEFAULTS;
  return {
    id: newId(),
    seenVersion: 0,
    kind: change.seenVersion ? 'change' : 'first',
    latencyDays,
    tolerances,
    minIntervalMin,
    contactDays,
    consolidation,
    missedTurnRule,
    fromDay,
    fromSlot: 1,
    sessions: [...sessions],
    devices: deviceIds.map((deviceId) => ({ deviceId, perSession: [100, 100], targetUm: 20_000 })),
    lastDay: null,
    stopVisitDay: null,
    reasonCode: 'first-prescription',
    reason: 'first version',
    toldAt: null,
    toldById: null,
    ...change,
  };
}

/** A report of one full turn. */
export function newReport(
  deviceId: string,
  day: Day,
  change: Partial<TurnReportInput> = {},
): TurnReportInput {
  return {
    id: newId(),
    deviceId,
    day,
    slot: 1,
    actuationsCenti: 100,
    outcome: 'done',
    doneAt: null,
    source: 'phone',
    turnedBy: null,
    checkedBy: null,
    resistance: 'normal',
    pain: null,
    siteLook: null,
    note: null,
    signs: [],
    correctsId: null,
    correctionReason: null,
    retracted: false,
    ...change,
  };
}

/** An infection seen that day, with nothing known of it but this. */
export function newComplication(
  change: Partial<RecordComplicationInput>,
  now: Instant,
): RecordComplicationInput {
  return {
    id: newId(),
    kind: 'infection',
    failure: null,
    deviceId: null,
    onsetDay: Math.floor(now / DAY_MS),
    detectedBy: 'nurse',
    signs: ['redness'],
    note: null,
    clavienDindo: null,
    severity: null,
    done: null,
    course: null,
    turnDevices: [],
    perSession: null,
    courseReason: null,
    ...change,
  };
}

/** A call that reached the family just now. */
export function newContact(change: Partial<ContactInput> = {}): ContactInput {
  return {
    id: newId(),
    kind: 'call',
    at: null,
    caregiverId: null,
    outcome: 'reached',
    signs: [],
    note: null,
    hold: null,
    correctsId: null,
    retracted: false,
    ...change,
  };
}

/** What somebody decides about a flag as it stands: acknowledged until it worsens. */
export function decisionOn(
  flag: Pick<Flag, 'key' | 'level' | 'extent' | 'lastDecisionId'> | undefined,
  change: Partial<FlagDecisionInput> = {},
): FlagDecisionInput {
  if (!flag) throw new Error('there is no flag to decide about');
  const { key: flagKey, level, extent, lastDecisionId: seenDecisionId } = flag;
  const nothing = { until: null, action: null, assigneeId: null, note: '' };
  return {
    id: newId(),
    flagKey,
    kind: 'acknowledged',
    level,
    extent,
    seenDecisionId,
    ...nothing,
    ...change,
  };
}

export type RecordedCase = {
  caseId: AuthorizedCaseId;
  patientId: string;
  deviceIds: string[];
  firstDay: Day;
};

/** A case whose patient was operated five days before `now`, opened and written through the operations. */
export async function recordCase(
  staff: Staff,
  now: Instant,
  options: { input?: OpenCaseInput; labels?: string[]; activationDays?: number } = {},
): Promise<RecordedCase> {
  const { input = newCase(staff), labels = ['A', 'B'], activationDays = 3 } = options;
  const actor = staff.surgeon;
  const operatedAt = now - (activationDays + 2) * DAY_MS;
  const firstDay = Math.floor(operatedAt / DAY_MS) + 2;
  const opened = accepted(await openCase({ actor, input, now: operatedAt }));
  const caseId = opened.caseId as AuthorizedCaseId;
  const operation = { id: newId(), kind: 'index' as const, endedAt: operatedAt, note: null };
  const nothing = { removedDeviceIds: [], correctsId: null, retracted: false };
  accepted(await recordOperation({ actor, caseId, input: { ...operation, ...nothing }, now: operatedAt }));
  const deviceIds: string[] = [];
  for (const label of labels) {
    const device = { id: newId(), ...newDevice(label, operatedAt) };
    deviceIds.push(accepted(await placeDevice({ actor, caseId, input: device, now: operatedAt })).id);
  }
  accepted(
    await publishProtocolVersion({ actor, caseId, input: newVersion(deviceIds, firstDay), now: operatedAt }),
  );
  return { caseId, patientId: opened.patientId, deviceIds, firstDay };
}

/** Reports every slot of these days for every device as done. */
export async function recordDays(
  staff: Staff,
  { caseId, deviceIds }: RecordedCase,
  days: readonly Day[],
  now: Instant,
): Promise<void> {
  const reports = days.flatMap((day) =>
    [1, 2].flatMap((slot) => deviceIds.map((deviceId) => newReport(deviceId, day, { slot }))),
  );
  accepted(await recordTurnReports({ actor: staff.nurse, caseId, input: { reports }, now }));
}
