import 'server-only';
import type { DeviceEvent } from '#lib/domain/device/device-event.ts';
import type { Recording } from './courses.ts';
import { insertInto, type Statement, timestamp } from './statement.ts';

/** Adds what became of a device, or the correction of such an entry. */
export function insertDeviceEvent(
  { caseId, recordedBy, correctsId, retracted }: Recording,
  event: DeviceEvent,
): Statement {
  return insertInto('device_event', [
    {
      id: event.id,
      case_id: caseId,
      device_id: event.deviceId,
      kind: event.kind,
      at: timestamp(event.at),
      opening_um: event.kind === 're-anchored' ? event.openingUm : null,
      measurement_id: event.kind === 're-anchored' ? event.measurementId : null,
      reason: event.reason,
      corrects_id: correctsId,
      retracted,
      recorded_by: recordedBy,
      recorded_at: timestamp(event.recordedAt),
    },
  ]);
}
