import { at, deviceOf, eventOf, measurementOf, reportOf, versionOf } from '#tests/factories/case-facts.ts';
import { none, only, quiet, type Row, row, three } from './threshold-row.ts';

const extra = reportOf(4, 1, { actuationsCenti: 200 });

/** Rules that judge single turns and devices. */
export const TURN_ROWS: readonly Row[] = [
  row(
    'extra-turn',
    'twice the amount is reported',
    'look-today',
    { ...none, reports: [...three, extra] },
    at(4, 8),
    {},
    at(11, 8),
  ),
  row(
    'short-interval',
    'a turn is done a minute before the interval is over',
    'look-today',
    {
      ...none,
      reports: [...three, reportOf(4, 1, { doneAt: at(4, 23, 0) }), reportOf(4, 2, { doneAt: at(5, 2, 59) })],
    },
    at(5, 2, 59),
    {},
    at(12, 2, 59),
  ),
  row(
    'wrong-way',
    'a turn goes back',
    'act-now',
    { ...none, reports: [...three, reportOf(4, 1, { outcome: 'wrong-way', actuationsCenti: -100 })] },
    at(4, 8),
    { measurements: [measurementOf(at(4, 15), 2500)] },
    at(4, 15),
  ),
  row(
    'could-not-engage',
    'the tool does not engage',
    'act-now',
    { ...none, reports: [...three, reportOf(4, 1, { outcome: 'could-not-engage', actuationsCenti: 0 })] },
    at(4, 8),
    {
      reports: [
        ...three,
        reportOf(4, 1, { outcome: 'could-not-engage', actuationsCenti: 0 }),
        reportOf(4, 2),
      ],
    },
    at(4, 20),
  ),
  row(
    'wrong-phase',
    'a turn is done before the first slot',
    'look-today',
    { ...none, reports: [reportOf(-1, 1)] },
    at(-1, 8),
    {},
    at(6, 8),
  ),
  row(
    'wrong-phase',
    'a turn is done in a hold',
    'act-now',
    {
      versions: [
        only({}),
        {
          ...only({}),
          version: 2,
          fromDay: only({}).fromDay + 3,
          devices: [{ deviceId: 'left', perSession: [0, 0], targetUm: null }],
          recordedAt: at(4, 0),
        },
      ],
      reports: [...three, reportOf(4, 1)],
    },
    at(4, 8),
    {},
    at(11, 8),
  ),
  row(
    'wrong-phase',
    'a turn is done in consolidation',
    'look-today',
    {
      ...none,
      events: [eventOf('activation-ended', at(4, 0)), eventOf('consolidation-started', at(4, 0))],
      reports: [...three, reportOf(4, 1)],
    },
    at(4, 8),
    {},
    at(11, 8),
  ),
  row(
    'end-of-travel',
    'what is left is what three days ask for',
    'look-today',
    { ...none, devices: [deviceOf({ travelUm: 5500 })], reports: three },
    at(3, 8),
    { events: [eventOf('activation-ended', at(3, 21)), eventOf('consolidation-started', at(3, 21))] },
    at(3, 21),
  ),
  row(
    'end-of-travel',
    'nothing is left',
    'act-now',
    { ...none, devices: [deviceOf({ travelUm: 3000, initialOpeningUm: 0 })], reports: three },
    at(3, 20),
    {
      reports: [
        ...three,
        {
          ...reportOf(3, 2),
          id: 'correction',
          recordedAt: at(3, 22),
          correctsId: 'left-3-2',
          retracted: true,
        },
      ],
      versions: [versionOf({ tolerances: { ...quiet, travelNoticeDays: 0 } })],
    },
    at(3, 22),
  ),
  row(
    'measured-against-reported',
    'the reading is 1.5 mm short',
    'act-now',
    { ...none, reports: three, measurements: [measurementOf(at(4, 7), 1500)] },
    at(4, 7),
    { measurements: [measurementOf(at(4, 7), 1500), measurementOf(at(4, 10), 1501)] },
    at(4, 10),
  ),
];
