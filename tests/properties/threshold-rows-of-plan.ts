import {
  at,
  complicationOf,
  daysDone,
  deviceOf,
  eventOf,
  recallOf,
  reportOf,
  stepOf,
  versionOf,
} from '#tests/factories/case-facts.ts';
import { none, only, quiet, type Row, row, skipped, three } from './threshold-row.ts';

const both = [
  { deviceId: 'left', perSession: [100, 100], targetUm: null },
  { deviceId: 'right', perSession: [100, 100], targetUm: null },
];
const pair = [deviceOf(), deviceOf({ id: 'right' })];
const early = reportOf(4, 2, { actuationsCenti: 200, doneAt: at(4, 11) });
const extra = reportOf(4, 1, { actuationsCenti: 200 });

/** Rules that judge where the course stands against its plan, and what keeps them from it. */
const waiting = {
  version: versionOf({
    version: 2,
    kind: 'reverse',
    unusual: ['reversal'],
    recordedAt: at(4, 10),
    cosignBy: at(6, 10),
  }),
  review: null,
};

export const PLAN_ROWS: readonly Row[] = [
  row(
    'missed-slots',
    'the grace of the second slot in a row ends',
    'look-today',
    { versions: [only({ missedSlots: 2 })], reports: three },
    at(5, 0),
    { reports: [...three, reportOf(5, 1)] },
    at(5, 8),
  ),
  row(
    'missed-slots',
    'a skipped turn is reported after an unreported one',
    'look-today',
    { versions: [only({ missedSlots: 2 })], reports: [...three, skipped(4, 2)] },
    at(4, 20),
    { reports: [...three, skipped(4, 2), reportOf(5, 1)] },
    at(5, 8),
  ),
  row(
    'silence',
    'nothing is heard for 24 hours',
    'look-today',
    { versions: [only({ silenceMin: 1440 })], reports: three },
    at(4, 20),
    { reports: [...three, reportOf(5, 1)] },
    at(5, 8),
  ),
  row(
    'silence',
    'nothing is ever heard',
    'look-today',
    { versions: [only({ silenceMin: 1440 })] },
    at(2, 8),
    { reports: [reportOf(2, 1, { doneAt: at(2, 9) })] },
    at(2, 9),
  ),
  row(
    'behind-plan',
    'a millimetre is missing at the end of the grace, until a late report',
    'look-today',
    { versions: [only({ behindUm: 1000 })], reports: three },
    at(5, 0),
    { reports: [...three, reportOf(4, 2, { doneAt: at(5, 1) })] },
    at(5, 1),
  ),
  row(
    'behind-plan',
    'missed turns are made up',
    'look-today',
    { versions: [only({ behindUm: 1000 })], reports: three },
    at(5, 0),
    { reports: [...three, reportOf(5, 1, { actuationsCenti: 200 })] },
    at(5, 8),
  ),
  row(
    'ahead-of-plan',
    'half a millimetre too much is reported',
    'look-today',
    { versions: [only({ aheadUm: 500 })], reports: [...three, extra] },
    at(4, 8),
    { reports: [...three, extra, skipped(4, 2)] },
    at(4, 20),
  ),
  row(
    'ahead-of-plan',
    'a double turn is reported while the slot before is still open',
    'look-today',
    { versions: [{ ...only({ aheadUm: 500 }), sessions: [480, 660] }], reports: [...daysDone(1, 3), early] },
    at(4, 11),
    {},
    at(4, 12),
  ),
  row(
    'asymmetry',
    'one device is a millimetre behind the other',
    'look-today',
    {
      devices: pair,
      versions: [versionOf({ devices: both, tolerances: { ...quiet, asymmetryUm: 1000 } })],
      reports: [...daysDone(1, 5), ...daysDone(1, 3, { deviceId: 'right' })],
    },
    at(5, 0),
    {
      reports: [
        ...daysDone(1, 5),
        ...daysDone(1, 3, { deviceId: 'right' }),
        reportOf(5, 1, { deviceId: 'right', actuationsCenti: 300 }),
      ],
    },
    at(5, 8),
  ),
  row(
    'not-assessable',
    'a device is placed without a protocol',
    'look-today',
    { versions: [{ ...only({}), recordedAt: at(1, 0) }] },
    at(-2, 11),
    {},
    at(1, 0),
  ),
  row(
    'not-assessable',
    'it hangs on turns that nobody is sure of',
    'look-today',
    {
      versions: [only({ behindUm: 1000 })],
      reports: [
        ...three,
        ...[1, 2].map((slot) => reportOf(4, slot, { outcome: 'not-sure', actuationsCenti: null })),
      ],
    },
    at(4, 20),
    {
      measurements: [],
      reports: [
        ...three,
        ...[1, 2].map((slot) => reportOf(4, slot, { outcome: 'not-sure', actuationsCenti: null })),
        { ...reportOf(4, 2), id: 'sure', correctsId: 'left-4-2', recordedAt: at(4, 22) },
      ],
    },
    at(4, 22),
  ),
  row(
    'not-assessable',
    'nobody recorded when consolidation began',
    'look-today',
    { ...none, reports: three, events: [eventOf('activation-ended', at(4, 10))] },
    at(4, 10),
    { events: [eventOf('activation-ended', at(4, 10)), eventOf('consolidation-started', at(4, 12))] },
    at(4, 12),
  ),
  row(
    'not-assessable',
    'the travel of a device is not recorded',
    'information',
    { ...none, devices: [deviceOf({ travelUm: null })] },
    at(-2, 11),
    { events: [eventOf('activation-ended', at(4, 10)), eventOf('consolidation-started', at(4, 10))] },
    at(4, 10),
  ),
  row(
    'open-complication',
    'an infection is recorded',
    'act-now',
    { ...none, complications: [complicationOf(at(4, 10))] },
    at(4, 10),
    { complications: [complicationOf(at(4, 10), { steps: [stepOf('resolved', at(6, 9))] })] },
    at(6, 9),
  ),
  row(
    'under-recall',
    'the lot of a device is recalled',
    'act-now',
    { ...none, devices: [deviceOf({ lot: 'L1' })], recalls: [recallOf(at(4, 10), { lot: 'l1' })] },
    at(4, 10),
    { devices: [deviceOf({ lot: 'L1', removedAt: at(6, 9) })] },
    at(6, 9),
  ),
  row(
    'co-signature',
    'a nurse writes what only a surgeon signs',
    'look-today',
    { ...none, proposals: [waiting] },
    at(4, 10),
    {
      proposals: [
        {
          ...waiting,
          review: { decision: 'declined', from: null, note: 'no', byId: 's', recordedAt: at(5, 9) },
        },
      ],
    },
    at(5, 9),
  ),
];
