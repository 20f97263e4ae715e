import { z } from 'zod';
import { SIGNS } from '#lib/domain/complication/complication.ts';
import { COURSE_EVENT_KINDS, FLAG_ACTIONS, FLAG_DECISION_KINDS, SITES } from '#lib/domain/facts.ts';
import { MEASUREMENT_METHODS } from '#lib/domain/measurement/measurement.ts';
import { AMENDMENT_KINDS, AMENDMENT_REASONS } from '#lib/domain/protocol/amendment.ts';
import { FIRST_DEFAULTS } from '#lib/domain/protocol/clinic-defaults.ts';
import { REPORT_SOURCES, RESISTANCES, TURN_OUTCOMES } from '#lib/domain/turn/report.ts';
import { complicationShape } from './case-file-complications.ts';
import { caregiverShape, contactShape } from './case-file-contacts.ts';
import { deviceEventShape, recallShape } from './case-file-devices.ts';
import {
  actuations,
  clockTime,
  day,
  lengthMm,
  list,
  millimetres,
  moment,
  name,
  positiveMm,
  text,
  whole,
  word,
  zone,
} from './case-file-fields.ts';

const slot = whole(1, 24, 'a session of the day');
const slotPlace = z.strictObject({ day, slot: slot.default(1) });

const operation = z.strictObject({
  id: name.optional(),
  kind: word(['index', 'removal', 'other']),
  endedAt: moment,
  recordedAt: moment.optional(),
});

const device = z.strictObject({
  id: name.optional(),
  label: name,
  position: text.default(''),
  mmPerTurn: positiveMm,
  actuationsPerTurn: whole(1, 100, 'actuations'),
  turnDirection: word(['with-arrow', 'against-arrow']),
  travelMm: positiveMm.nullable(),
  initialOpeningMm: lengthMm.default(0),
  lot: name.nullable().default(null),
  serial: name.nullable().default(null),
  placedAt: moment.optional(),
  removedAt: moment.nullable().default(null),
  recordedAt: moment.optional(),
});

const usual = FIRST_DEFAULTS.tolerances;

/** What is left out is what a new clinic is given: none of it is published (clinical.md §6). */
const tolerances = z.strictObject({
  graceMin: whole(0, 10_080, 'minutes').default(usual.graceMin),
  missedSlots: whole(1, 100, 'slots').default(usual.missedSlots),
  silenceMin: whole(1, 100_000, 'minutes').default(usual.silenceMin),
  behindMm: positiveMm.default(usual.behindUm),
  aheadMm: positiveMm.default(usual.aheadUm),
  asymmetryMm: positiveMm.default(usual.asymmetryUm),
  measuredMm: positiveMm.default(usual.measuredUm),
  measuredPermille: whole(0, 1000, 'thousandths').default(usual.measuredPermille),
  travelNoticeDays: whole(0, 100, 'days').default(usual.travelNoticeDays),
  eventDays: whole(1, 100, 'days').default(usual.eventDays),
});

const consolidation = z.discriminatedUnion(
  'rule',
  [
    z.strictObject({ rule: z.literal('fixed-days'), days: whole(0, 1000, 'days') }),
    z.strictObject({
      rule: z.literal('multiple-of-activation'),
      ratio: z
        .number('write how many times the activation, such as 2.5')
        .min(0, 'write a ratio from 0 to 20')
        .max(20, 'write a ratio from 0 to 20')
        .multipleOf(0.01, 'write at most two decimals'),
    }),
    z.strictObject({ rule: z.literal('days-per-cm'), days: whole(0, 1000, 'days') }),
    z.strictObject({ rule: z.literal('imaging-decides') }),
  ],
  'write { "rule": … } with one of "fixed-days", "multiple-of-activation", "days-per-cm", "imaging-decides"',
);

const version = z.strictObject({
  kind: word(AMENDMENT_KINDS).optional(),
  from: slotPlace,
  latencyDays: whole(0, 1000, 'days').nullable().default(null),
  sessions: list(clockTime, 24),
  devices: list(
    z.strictObject({ device: name, perSession: list(actuations, 24), targetMm: positiveMm.nullable() }),
    20,
  ),
  lastDay: day.nullable().default(null),
  stopVisitDay: day.nullable().default(null),
  minIntervalMin: whole(0, 10_080, 'minutes').default(FIRST_DEFAULTS.minIntervalMin),
  tolerances: tolerances.prefault({}),
  missedTurnRule: z.strictObject({ en: text, es: text }).default(FIRST_DEFAULTS.missedTurnRule),
  contactDays: whole(1, 100, 'days').default(FIRST_DEFAULTS.contactDays),
  consolidation,
  reasonCode: word(AMENDMENT_REASONS).optional(),
  reason: text.default(''),
  author: name.default('not stated'),
  cosigner: name.nullable().default(null),
  toldAt: moment.nullable().optional(),
  recordedAt: moment.optional(),
});

const turn = z.strictObject({
  id: name.optional(),
  device: name,
  day,
  slot: slot.default(1),
  outcome: word(TURN_OUTCOMES).default('done'),
  actuations: actuations.optional(),
  doneAt: moment.nullable().default(null),
  recordedAt: moment.optional(),
  source: word(REPORT_SOURCES).default('clinic'),
  turnedBy: name.nullable().default(null),
  checkedBy: name.nullable().default(null),
  resistance: word(RESISTANCES).default('unknown'),
  pain: whole(0, 10, 'pain').nullable().default(null),
  siteLook: text.nullable().default(null),
  note: text.nullable().default(null),
  signs: list(word(SIGNS), SIGNS.length).default([]),
  corrects: name.nullable().default(null),
  retracted: z.boolean('write true or false').default(false),
});

/** All planned turns of some devices, done on time, from one slot through another. */
const run = z.strictObject({
  devices: list(name, 20).optional(),
  from: slotPlace,
  through: z.strictObject({ day, slot: slot.optional() }),
  source: word(REPORT_SOURCES).default('clinic'),
});

const event = z.strictObject({
  id: name.optional(),
  kind: word(COURSE_EVENT_KINDS),
  at: moment.optional(),
  day: day.optional(),
  reasonCode: word(AMENDMENT_REASONS).default('other'),
  reason: text.default(''),
  by: name.default('not stated'),
  recordedAt: moment.optional(),
});

const measurement = z.strictObject({
  id: name.optional(),
  kind: word(['device-gap', 'bone-gap', 'head-circumference']),
  device: name.nullable().default(null),
  takenAt: moment,
  valueMm: millimetres,
  uncertaintyMm: lengthMm.nullable().default(null),
  method: word(MEASUREMENT_METHODS),
  note: text.nullable().default(null),
  recordedAt: moment.optional(),
});

const decision = z.strictObject({
  id: name.optional(),
  flag: name,
  kind: word(FLAG_DECISION_KINDS).default('acknowledged'),
  level: word(['act-now', 'look-today', 'information']),
  extent: whole(1, 1_000_000, 'multiples of the tolerance').default(1),
  until: moment.nullable().default(null),
  action: word(FLAG_ACTIONS).nullable().default(null),
  assignee: name.nullable().default(null),
  note: text.default(''),
  by: name,
  recordedAt: moment,
});

/** The case file as it is written: times still as text, devices by their label. See docs/case-file.md. */
export const caseFileShape = z.strictObject(
  {
    note: text.optional(),
    case: name.default('case'),
    zone,
    site: word(SITES).default('posterior-cranial-vault'),
    operations: list(operation, 100).default([]),
    devices: list(device, 20).default([]),
    protocol: list(version, 200).default([]),
    turnsAsPlanned: list(run, 100).default([]),
    turns: list(turn, 20_000).default([]),
    events: list(event, 1000).default([]),
    measurements: list(measurement, 5000).default([]),
    deviceEvents: list(deviceEventShape, 500).default([]),
    recalls: list(recallShape, 100).default([]),
    complications: list(complicationShape, 500).default([]),
    caregivers: list(caregiverShape, 50).default([]),
    contacts: list(contactShape, 5000).default([]),
    decisions: list(decision, 5000).default([]),
  },
  {
    error: ({ code }) =>
      code === 'invalid_type'
        ? 'a case file is one JSON object, { "zone": …, "devices": [ … ], … }'
        : undefined,
  },
);

export type CaseFile = z.output<typeof caseFileShape>;
