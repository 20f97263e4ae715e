import { newId } from '#lib/data/new-id.ts';
import type { AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import type { Instant } from '#lib/domain/units.ts';
import { openCase } from '#lib/operations/open-case.ts';
import { placeDevice } from '#lib/operations/place-device.ts';
import { publishProtocolVersion } from '#lib/operations/publish-protocol-version.ts';
import { recordMeasurement } from '#lib/operations/record-measurement.ts';
import { recordOperation } from '#lib/operations/record-operation.ts';
import { recordTurnReports } from '#lib/operations/record-turn-reports.ts';
import { accepted, newCase, newDevice, newReport, newVersion } from '#tests/factories/recorded-case.ts';
import type { Staff } from '#tests/factories/staffed-clinic.ts';

export type WrittenCase = { caseId: AuthorizedCaseId; deviceIds: readonly string[] };

type Step = { at: Instant; write: () => Promise<unknown> };

/**
 * Records a case through the operations, each fact at the instant at which it was recorded: operations, devices,
 * protocol versions, turn reports and measurements. Ids become new ones.
 */
export async function writeCase(staff: Staff, facts: CaseFacts): Promise<WrittenCase> {
  const { surgeon: actor, nurse } = staff;
  const openedAt = Math.min(...facts.operations.map(({ recordedAt }) => recordedAt));
  const input = { ...newCase(staff, { familyName: 'Bench' }), zone: facts.zone, site: facts.site };
  const opened = accepted(await openCase({ actor, input, now: openedAt }));
  const caseId = opened.caseId as AuthorizedCaseId;
  const ids = new Map(facts.devices.map(({ id }) => [id, newId()]));
  const idOf = (id: string) => ids.get(id) ?? '';

  for (const { kind, endedAt, recordedAt: now } of facts.operations) {
    const said = { note: null, removedDeviceIds: [], correctsId: null, retracted: false };
    accepted(await recordOperation({ actor, caseId, input: { id: newId(), kind, endedAt, ...said }, now }));
  }
  for (const { removedAt: _, recordedAt: now, ...device } of facts.devices) {
    const { position, ...label } = newDevice(device.label, device.placedAt);
    const placed = { ...label, ...device, id: idOf(device.id), position: device.position || position };
    accepted(await placeDevice({ actor, caseId, input: placed, now }));
  }
  const versions = facts.versions.map((version): Step => {
    const devices = version.devices.map((plan) => ({
      ...plan,
      perSession: [...plan.perSession],
      deviceId: idOf(plan.deviceId),
    }));
    const {
      recordedAt: at,
      version: number,
      kind,
      fromSlot,
      latencyDays,
      lastDay,
      stopVisitDay,
      reason,
    } = version;
    const change = {
      kind,
      fromSlot,
      latencyDays,
      lastDay,
      stopVisitDay,
      minIntervalMin: version.minIntervalMin,
      tolerances: version.tolerances,
      consolidation: version.consolidation,
      sessions: [...version.sessions],
      devices,
      seenVersion: number - 1,
      reason: reason || 'as planned',
    };
    const next = newVersion([], version.fromDay, change);
    return {
      at,
      write: async () => accepted(await publishProtocolVersion({ actor, caseId, input: next, now: at })),
    };
  });
  const reports = facts.reports.map((report): Step => {
    const { id: _, recordedAt: at, ...said } = report;
    const reported = newReport(idOf(report.deviceId), report.day, {
      ...said,
      deviceId: idOf(report.deviceId),
    });
    const batch = { reports: [reported] };
    return {
      at,
      write: async () => accepted(await recordTurnReports({ actor: nurse, caseId, input: batch, now: at })),
    };
  });
  const measurements = facts.measurements.map((measurement): Step => {
    const { recordedAt: at, ...said } = measurement;
    const deviceId = measurement.deviceId && idOf(measurement.deviceId);
    const nothing = { correctsId: null, correctionReason: null, retracted: false };
    const measured = { ...said, ...nothing, id: newId(), deviceId };
    return {
      at,
      write: async () => accepted(await recordMeasurement({ actor, caseId, input: measured, now: at })),
    };
  });
  const steps = [...versions, ...reports, ...measurements].sort((a, b) => a.at - b.at);
  for (const { write } of steps) await write();
  return { caseId, deviceIds: [...ids.values()] };
}
