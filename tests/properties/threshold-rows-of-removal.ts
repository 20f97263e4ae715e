import { removalOf, stateOf } from '#tests/factories/booking-facts.ts';
import { at, deviceOf, eventOf, FIRST_DAY } from '#tests/factories/case-facts.ts';
import { none, type Row, row, three } from './threshold-row.ts';

const consolidating = [eventOf('activation-ended', at(3, 21)), eventOf('consolidation-started', at(4, 0))];
const course = { ...none, reports: three, events: consolidating };
/** Day 4 of the protocol and the 56 days of the clinic's default. */
const COMPLETE = 60;
const window = { earliestDay: FIRST_DAY + COMPLETE - 1, latestDay: FIRST_DAY + COMPLETE + 26 };
const booked = stateOf(at(COMPLETE + 2, 9), at(5, 9), window);

/** The rules of the second operation. */
export const REMOVAL_ROWS: readonly Row[] = [
  row(
    'removal-unbooked',
    'consolidation is complete and nothing is booked',
    'look-today',
    course,
    at(COMPLETE, 0),
    { removal: removalOf([stateOf(at(COMPLETE + 5, 9), at(COMPLETE + 1, 10), window)]) },
    at(COMPLETE + 1, 10),
  ),
  row(
    'removal-unbooked',
    'a hold runs out',
    'look-today',
    {
      ...course,
      removal: removalOf([
        stateOf(at(COMPLETE + 5, 9), at(COMPLETE - 2, 10), {
          ...window,
          change: 'held',
          holdUntil: at(COMPLETE + 1, 7),
        }),
      ]),
    },
    at(COMPLETE + 1, 7),
    {
      removal: removalOf([
        stateOf(at(COMPLETE + 5, 9), at(COMPLETE - 2, 10), {
          ...window,
          change: 'held',
          holdUntil: at(COMPLETE + 1, 7),
        }),
        stateOf(at(COMPLETE + 5, 9), at(COMPLETE + 2, 9), { ...window, seq: 2 }),
      ]),
    },
    at(COMPLETE + 2, 9),
  ),
  row(
    'removal-overdue',
    'the hardware is in place 28 days after the end of consolidation',
    'look-today',
    course,
    at(COMPLETE + 28, 0),
    {
      operations: [
        { id: 'index', kind: 'index', endedAt: at(-2, 11), recordedAt: at(-2, 11) },
        { id: 'removal', kind: 'removal', endedAt: at(COMPLETE + 30, 9), recordedAt: at(COMPLETE + 30, 9) },
      ],
      devices: [deviceOf({ removedAt: at(COMPLETE + 30, 9) })],
    },
    at(COMPLETE + 30, 9),
  ),
  row(
    'booking-drifted',
    'consolidation is set to start later',
    'look-today',
    {
      ...course,
      events: [...consolidating, { ...eventOf('consolidation-started', at(10, 0)), recordedAt: at(10, 8) }],
      removal: removalOf([booked]),
    },
    at(10, 8),
    {
      removal: removalOf([
        booked,
        stateOf(at(COMPLETE + 9, 9), at(11, 9), { seq: 2, change: 'moved', earliestDay: FIRST_DAY + 65 }),
      ]),
    },
    at(11, 9),
  ),
  row(
    'booking-passed',
    'the time in theatre is over and the hardware is in place by the record',
    'look-today',
    { ...course, removal: removalOf([booked]) },
    at(COMPLETE + 2, 10),
    {
      removal: removalOf([
        booked,
        stateOf(at(COMPLETE + 4, 9), at(COMPLETE + 3, 8), { ...window, seq: 2, change: 'moved' }),
      ]),
    },
    at(COMPLETE + 3, 8),
  ),
  row(
    'booking-passed',
    'the removal is recorded a day late',
    'look-today',
    { ...course, removal: removalOf([booked]) },
    at(COMPLETE + 2, 10),
    {
      operations: [
        { id: 'index', kind: 'index', endedAt: at(-2, 11), recordedAt: at(-2, 11) },
        {
          id: 'removal',
          kind: 'removal',
          endedAt: at(COMPLETE + 2, 10),
          recordedAt: at(COMPLETE + 3, 9),
        },
      ],
      devices: [deviceOf({ removedAt: at(COMPLETE + 2, 10) })],
    },
    at(COMPLETE + 3, 9),
  ),
];
