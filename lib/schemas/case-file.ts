import { startOfDay } from '#lib/domain/case-day.ts';
import type { Device } from '#lib/domain/device/device.ts';
import type { CaseFacts, CourseEvent, OperationFact } from '#lib/domain/facts.ts';
import type { Measurement } from '#lib/domain/measurement/measurement.ts';
import { outOfPlace } from '#lib/domain/measurement/out-of-place.ts';
import { NO_REMOVAL } from '#lib/domain/removal/no-removal.ts';
import type { Instant } from '#lib/domain/units.ts';
import { complicationOf } from './case-file-complications.ts';
import { caregiverOf, contactOf } from './case-file-contacts.ts';
import { deviceEventOf, recallOf } from './case-file-devices.ts';
import { noteImpossibleVersions, protocolVersions } from './case-file-protocol.ts';
import {
  type CaseFileProblem,
  deviceIdIn,
  momentIn,
  momentOr,
  noteRepeatedIds,
  type Reading,
} from './case-file-reading.ts';
import { type CaseFile, caseFileShape } from './case-file-shape.ts';
import { noteImpossibleTurns, turnReports } from './case-file-turns.ts';

/**
 * A case file (docs/case-file.md), parsed JSON, as facts: millimetres become µm, actuations hundredths, local times
 * instants, labels ids. An issue carries the path of its field and says what to do.
 */
export const caseFileSchema = caseFileShape.transform((file, context): CaseFacts => {
  const problems: CaseFileProblem[] = [];
  const facts = factsOf(file, problems);
  for (const { path, message } of problems)
    context.issues.push({ code: 'custom', path: [...path], message, input: file });
  return facts;
});

function factsOf(file: CaseFile, problems: CaseFileProblem[]): CaseFacts {
  const bare: Reading = { zone: file.zone, problems, devices: [] };
  const operations = file.operations.map((written, index) => operationOf(written, index, bare));
  const ends = operations.filter(({ kind }) => kind === 'index').map(({ endedAt }) => endedAt);
  const operatedAt = ends.length === 0 ? null : Math.min(...ends);
  const devices = file.devices.map((written, index) => deviceOf(written, index, operatedAt, bare));
  const reading: Reading = { ...bare, devices };
  noteRepeatedIds(
    reading,
    'devices',
    devices.map(({ label }) => label),
    'label',
  );
  noteRepeatedIds(
    reading,
    'devices',
    devices.map(({ id }) => id),
  );
  noteRepeatedIds(
    reading,
    'complications',
    file.complications.flatMap(({ id }) => id ?? []),
  );
  const versions = protocolVersions(file, operatedAt, reading);
  const facts: CaseFacts = {
    caseId: file.case,
    zone: file.zone,
    site: file.site,
    operations,
    devices,
    versions,
    proposals: [],
    events: file.events.map((written, index) => eventOf(written, index, reading)),
    reports: turnReports(file, versions, reading),
    measurements: file.measurements.map((written, index) => measurementOf(written, index, reading)),
    deviceEvents: file.deviceEvents.map((written, index) => deviceEventOf(written, index, reading)),
    recalls: file.recalls.map((written, index) => recallOf(written, index, reading)),
    complications: file.complications.map((written, index) => complicationOf(written, index, reading)),
    caregivers: file.caregivers.map((written, index) => caregiverOf(written, index, operatedAt, reading)),
    contacts: file.contacts.map((written, index) => contactOf(written, index, file, reading)),
    decisions: file.decisions.map((written, index) => decisionOf(written, index, reading)),
    removal: NO_REMOVAL,
  };
  if (problems.length === 0) noteImpossibleVersions(facts, reading);
  if (problems.length === 0) noteImpossibleTurns(file, facts, reading);
  if (problems.length === 0) noteMisplacedMeasurements(facts, reading);
  return facts;
}

function operationOf(
  written: CaseFile['operations'][number],
  index: number,
  reading: Reading,
): OperationFact {
  const path = ['operations', index];
  const endedAt = momentIn(reading, written.endedAt, [...path, 'endedAt']);
  const recordedAt = momentOr(reading, written.recordedAt, [...path, 'recordedAt'], endedAt);
  return { id: written.id ?? `operation-${index + 1}`, kind: written.kind, endedAt, recordedAt };
}

function deviceOf(
  written: CaseFile['devices'][number],
  index: number,
  operatedAt: Instant | null,
  reading: Reading,
): Device {
  const path = ['devices', index];
  const placedAt = momentOr(reading, written.placedAt, [...path, 'placedAt'], operatedAt);
  if (placedAt === null) {
    reading.problems.push({
      path: [...path, 'placedAt'],
      message: 'missing; write when it was placed, or add the index operation',
    });
  }
  const placed = placedAt ?? 0;
  const removedAt = momentOr(reading, written.removedAt, [...path, 'removedAt'], null);
  if (removedAt !== null && removedAt < placed) {
    reading.problems.push({
      path: [...path, 'removedAt'],
      message: 'this is before the device was placed; correct one of the two',
    });
  }
  return {
    id: written.id ?? written.label,
    label: written.label,
    position: written.position,
    umPerTurn: written.mmPerTurn,
    actuationsPerTurn: written.actuationsPerTurn,
    turnDirection: written.turnDirection,
    travelUm: written.travelMm,
    initialOpeningUm: written.initialOpeningMm,
    modelId: null,
    lot: written.lot,
    serial: written.serial,
    placedAt: placed,
    removedAt,
    recordedAt: momentOr(reading, written.recordedAt, [...path, 'recordedAt'], placed),
  };
}

function eventOf(written: CaseFile['events'][number], index: number, reading: Reading): CourseEvent {
  const path = ['events', index];
  if ((written.at === undefined) === (written.day === undefined)) {
    reading.problems.push({
      path,
      message: 'write either "at", a time, or "day", which means the start of that day',
    });
  }
  const dayBegins = written.day === undefined ? 0 : startOfDay(reading.zone, written.day);
  const at = momentOr(reading, written.at, [...path, 'at'], dayBegins);
  const recordedAt = momentOr(reading, written.recordedAt, [...path, 'recordedAt'], at);
  return {
    id: written.id ?? `event-${index + 1}`,
    kind: written.kind,
    at,
    reasonCode: written.reasonCode,
    reason: written.reason,
    byId: written.by,
    toldAt: null,
    toldById: null,
    recordedAt,
  };
}

const MISPLACED = {
  'before-placement': 'this is before the device was placed; correct one of the two',
  'after-removal': 'this is after the device was removed; correct one of the two',
};

function measurementOf(
  written: CaseFile['measurements'][number],
  index: number,
  reading: Reading,
): Measurement {
  const path = ['measurements', index];
  const ofCase = written.kind === 'head-circumference';
  if (ofCase !== (written.device === null)) {
    const message = ofCase
      ? 'a head circumference belongs to no device; leave it out'
      : 'missing; write the label of the device that was measured';
    reading.problems.push({ path: [...path, 'device'], message });
  }
  const takenAt = momentIn(reading, written.takenAt, [...path, 'takenAt']);
  return {
    id: written.id ?? `measurement-${index + 1}`,
    kind: written.kind,
    deviceId:
      written.device === null || ofCase ? null : deviceIdIn(reading, written.device, [...path, 'device']),
    takenAt,
    valueUm: written.valueMm,
    uncertaintyUm: written.uncertaintyMm,
    method: written.method,
    note: written.note,
    recordedAt: momentOr(reading, written.recordedAt, [...path, 'recordedAt'], takenAt),
  };
}

/** Notes the measurements of a device on a day on which it was not in the child, as a clinic's own writing is refused. */
function noteMisplacedMeasurements({ zone, devices, measurements }: CaseFacts, reading: Reading): void {
  for (const [index, { deviceId, takenAt }] of measurements.entries()) {
    const device = devices.find(({ id }) => id === deviceId);
    const misplaced = device ? outOfPlace(zone, device, takenAt) : null;
    if (misplaced !== null)
      reading.problems.push({ path: ['measurements', index, 'takenAt'], message: MISPLACED[misplaced] });
  }
}

function decisionOf(
  written: CaseFile['decisions'][number],
  index: number,
  reading: Reading,
): CaseFacts['decisions'][number] {
  const path = ['decisions', index];
  const lacks = (field: string, message: string) =>
    reading.problems.push({ path: [...path, field], message });
  if (written.kind === 'snoozed' && written.until === null) lacks('until', 'write until when it is snoozed');
  if ((written.kind === 'resolved') !== (written.action !== null))
    lacks('action', 'an action goes with "resolved", and only with it');
  return {
    id: written.id ?? `decision-${index + 1}`,
    flagKey: written.flag,
    kind: written.kind,
    level: written.level,
    extent: written.extent,
    until: momentOr(reading, written.until, [...path, 'until'], null),
    action: written.action,
    assigneeId: written.assignee,
    note: written.note,
    byId: written.by,
    recordedAt: momentIn(reading, written.recordedAt, [...path, 'recordedAt']),
  };
}
