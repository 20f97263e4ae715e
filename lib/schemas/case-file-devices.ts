import { z } from 'zod';
import { startOfDay } from '#lib/domain/case-day.ts';
import type { DeviceEvent } from '#lib/domain/device/device-event.ts';
import type { Recall } from '#lib/domain/device/recall.ts';
import { day, millimetres, moment, name, text, word } from './case-file-fields.ts';
import { deviceIdIn, momentIn, momentOr, type Reading } from './case-file-reading.ts';

const happened = {
  id: name.optional(),
  device: name,
  at: moment,
  reason: text.nullable().default(null),
  recordedAt: moment.optional(),
};

export const deviceEventShape = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ ...happened, kind: z.literal('arm-removed') }),
    z.strictObject({ ...happened, kind: z.literal('re-anchored'), openingMm: millimetres }),
  ],
  'write { "kind": … } with one of "arm-removed", "re-anchored"',
);

export const recallShape = z.strictObject({
  id: name.optional(),
  lot: name.nullable().default(null),
  serial: name.nullable().default(null),
  level: word(['act-now', 'look-today', 'information']),
  reason: text,
  reference: text.default(''),
  issued: day,
  recordedAt: moment.optional(),
});

/** What became of a device, as a fact. */
export function deviceEventOf(
  written: z.output<typeof deviceEventShape>,
  index: number,
  reading: Reading,
): DeviceEvent {
  const path = ['deviceEvents', index];
  const at = momentIn(reading, written.at, [...path, 'at']);
  const id = written.id ?? `device-event-${index + 1}`;
  const said = {
    id,
    deviceId: deviceIdIn(reading, written.device, [...path, 'device']),
    at,
    reason: written.reason,
    recordedAt: momentOr(reading, written.recordedAt, [...path, 'recordedAt'], at),
  };
  if (written.kind === 'arm-removed') return { ...said, kind: written.kind };
  return { ...said, kind: written.kind, openingUm: written.openingMm, measurementId: id };
}

/** A recall of the clinic, as a fact. */
export function recallOf(written: z.output<typeof recallShape>, index: number, reading: Reading): Recall {
  const { lot, serial, level, reason, reference, issued } = written;
  const path = ['recalls', index];
  const begins = startOfDay(reading.zone, issued);
  if (lot === null && serial === null) {
    reading.problems.push({ path: [...path, 'lot'], message: 'missing; write the lot or the serial number' });
  }
  return {
    id: written.id ?? `recall-${index + 1}`,
    modelId: null,
    lot,
    serial,
    level,
    reason,
    reference,
    issuedDay: issued,
    recordedAt: momentOr(reading, written.recordedAt, [...path, 'recordedAt'], begins),
  };
}
