import { z } from 'zod';
import { startOfDay } from '#lib/domain/case-day.ts';
import {
  CLAVIEN_DINDO,
  COMPLICATION_KINDS,
  COURSES_OF_ACTION,
  type Complication,
  type ComplicationStep,
  DETECTED_BY,
  DEVICE_FAILURES,
  SEVERITIES,
  SIGNS,
} from '#lib/domain/complication/complication.ts';
import { day, list, moment, name, text, whole, word } from './case-file-fields.ts';
import { deviceIdIn, momentOr, type Reading } from './case-file-reading.ts';

const said = { id: name.optional(), day, note: text.nullable().default(null), recordedAt: moment.optional() };

const step = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      ...said,
      kind: z.literal('graded'),
      clavienDindo: word(CLAVIEN_DINDO).nullable().default(null),
      severity: word(SEVERITIES).nullable().default(null),
    }),
    z.strictObject({
      ...said,
      kind: z.literal('decided'),
      course: word(COURSES_OF_ACTION),
      version: whole(1, 200, 'a protocol version').nullable().default(null),
    }),
    z.strictObject({ ...said, kind: word(['done', 'resolved', 'reopened']) }),
  ],
  'write { "kind": … } with one of "graded", "decided", "done", "resolved", "reopened"',
);

export const complicationShape = z.strictObject({
  id: name.optional(),
  kind: word(COMPLICATION_KINDS),
  failure: word(DEVICE_FAILURES).nullable().default(null),
  device: name.nullable().default(null),
  onset: day,
  detectedBy: word(DETECTED_BY).default('clinic'),
  signs: list(word(SIGNS), SIGNS.length).default([]),
  note: text.nullable().default(null),
  recordedAt: moment.optional(),
  steps: list(step, 100).default([]),
});

/** A complication of a case file as a fact: recorded at the start of its day, unless the file says when. */
export function complicationOf(
  written: z.output<typeof complicationShape>,
  index: number,
  reading: Reading,
): Complication {
  const path = ['complications', index];
  const { kind, failure, device, onset, detectedBy, signs, note } = written;
  const isFailure = kind === 'device-failure';
  if (isFailure !== (failure !== null)) {
    const message = isFailure
      ? 'missing; write what of the device failed'
      : 'only a device failure has one; leave it out';
    reading.problems.push({ path: [...path, 'failure'], message });
  }
  if (isFailure && device === null) {
    reading.problems.push({ path: [...path, 'device'], message: 'missing; write the label of the device' });
  }
  const id = written.id ?? `complication-${index + 1}`;
  return {
    id,
    kind,
    failure,
    deviceId: device === null ? null : deviceIdIn(reading, device, [...path, 'device']),
    onsetDay: onset,
    detectedBy,
    signs,
    note,
    recordedAt: recordedOn(onset, written.recordedAt, path, reading),
    steps: written.steps.map((one, place) =>
      stepOf(one, `${id}-${place + 1}`, [...path, 'steps', place], reading),
    ),
  };
}

type Path = readonly (string | number)[];

function stepOf(
  { day: onDay, recordedAt, id, ...written }: z.output<typeof step>,
  idOtherwise: string,
  path: Path,
  reading: Reading,
): ComplicationStep {
  return {
    ...written,
    id: id ?? idOtherwise,
    onDay,
    recordedAt: recordedOn(onDay, recordedAt, path, reading),
  };
}

function recordedOn(onDay: number, written: string | undefined, path: Path, reading: Reading): number {
  const begins = startOfDay(reading.zone, onDay);
  const recordedAt = momentOr(reading, written, [...path, 'recordedAt'], begins);
  if (recordedAt < begins) {
    const message = 'this was recorded before its day had come; correct one of the two';
    reading.problems.push({ path: [...path, 'recordedAt'], message });
  }
  return recordedAt;
}
