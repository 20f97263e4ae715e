import {
  at,
  caregiverOf,
  complicationOf,
  contactOf,
  daysDone,
  eventOf,
  FIRST_DAY,
  measurementOf,
  reportOf,
  trainingOf,
  versionOf,
} from '#tests/factories/case-facts.ts';
import { none, only, quiet, type Row, row, three } from './threshold-row.ts';

const stiff = reportOf(4, 1, { resistance: 'stiff' });
const eased = reportOf(4, 1, { resistance: 'sudden-ease' });
const feverish = reportOf(4, 1, { signs: ['fever'] });
const week = daysDone(1, 8);
const mother = caregiverOf();
const grandmother = caregiverOf({
  id: 'g',
  name: 'Eva',
  relation: 'grandmother',
  recordedAt: at(4, 16),
});
const byGrandmother = reportOf(4, 1, { turnedBy: 'Grandmother' });
const slow = reportOf(4, 1, { doneAt: at(3, 8), recordedAt: at(4, 8) });
const second = only({});
const later = { ...second, version: 2, fromDay: FIRST_DAY + 4, recordedAt: at(4, 10), toldAt: null };
const stopped = { ...versionOf({ tolerances: quiet }), lastDay: FIRST_DAY + 3 };
const targeted = versionOf({
  tolerances: { ...quiet, travelNoticeDays: 0 },
  devices: [{ deviceId: 'left', perSession: [100, 100], targetUm: 3000 }],
});

/** Rules that judge how the family turns, what it tells, and whether somebody speaks with it. */
export const FAMILY_ROWS: readonly Row[] = [
  row(
    'stiffness',
    'a turn is stiff, until one that is not',
    'act-now',
    { ...none, reports: [...three, stiff] },
    at(4, 8),
    { reports: [...three, stiff, reportOf(4, 2)] },
    at(4, 20),
  ),
  row(
    'stiffness',
    'a turn is stiff, until the device is measured',
    'act-now',
    { ...none, reports: [...three, stiff] },
    at(4, 8),
    { measurements: [measurementOf(at(4, 15), 3500)] },
    at(4, 15),
  ),
  row(
    'sudden-ease',
    'a turn is suddenly easy, and the next one tells nothing',
    'act-now',
    { ...none, reports: [...three, eased, reportOf(4, 2)] },
    at(4, 8),
    { measurements: [measurementOf(at(5, 15), 4000)] },
    at(5, 15),
  ),
  row(
    'warning-sign',
    'a fever is told of with a turn, until a call finds none',
    'act-now',
    { ...none, reports: [...three, feverish] },
    at(4, 8),
    {
      contacts: [
        contactOf(at(4, 9), { outcome: 'no-answer' }),
        contactOf(at(4, 10), { signs: ['fever'] }),
        contactOf(at(4, 18)),
      ],
    },
    at(4, 18),
  ),
  row(
    'warning-sign',
    'it comes up in a call, until a complication names it',
    'act-now',
    { ...none, reports: three, contacts: [contactOf(at(4, 10), { signs: ['redness', 'pus'] })] },
    at(4, 10),
    { complications: [complicationOf(at(4, 12), { signs: ['redness', 'pus'] })] },
    at(4, 12),
  ),
  row(
    'contact-overdue',
    'nobody has spoken with the family for seven days',
    'look-today',
    { ...none, reports: week, contacts: [contactOf(at(1, 9))] },
    at(8, 9),
    { contacts: [contactOf(at(1, 9)), contactOf(at(8, 12))] },
    at(8, 12),
  ),
  row(
    'family-not-told',
    'a version is published',
    'information',
    { versions: [second, later], reports: three },
    at(4, 10),
    { versions: [second, { ...later, toldAt: at(4, 12) }] },
    at(4, 12),
  ),
  row(
    'family-not-told',
    'its first slot comes',
    'act-now',
    { versions: [second, later], reports: three },
    at(5, 8),
    { versions: [second, { ...later, toldAt: at(5, 9) }] },
    at(5, 9),
  ),
  row(
    'untrained-turner',
    'the grandmother turns, until it is on record that she had been taught',
    'look-today',
    { ...none, caregivers: [mother], reports: [...three, byGrandmother] },
    at(4, 8),
    { caregivers: [mother, { ...grandmother, trainings: [trainingOf(at(3, 16), at(4, 16))] }] },
    at(4, 16),
  ),
  row(
    'untrained-turner',
    'the grandmother turns, and is taught after it',
    'look-today',
    { ...none, caregivers: [mother], reports: [...three, byGrandmother] },
    at(4, 8),
    { caregivers: [mother, { ...grandmother, trainings: [trainingOf(at(4, 16))] }] },
    at(11, 8),
  ),
  row(
    'not-assessable',
    'somebody turned and nobody is on record as a caregiver',
    'information',
    { versions: [targeted], reports: [...daysDone(1, 2), reportOf(3, 1, { turnedBy: 'Mother' })] },
    at(3, 8),
    { caregivers: [caregiverOf({ recordedAt: at(3, 9) })] },
    at(3, 9),
  ),
  row(
    'possible-duplicate',
    'both parents tell of one turn',
    'look-today',
    {
      ...none,
      reports: [
        ...three,
        reportOf(4, 1, { turnedBy: 'Mother' }),
        reportOf(4, 1, { id: 'second', turnedBy: 'Father', recordedAt: at(4, 9) }),
      ],
      caregivers: [mother, caregiverOf({ id: 'father', name: 'Jon', relation: 'father' })],
    },
    at(4, 9),
    {},
    at(11, 8),
  ),
  row(
    'clock-not-believable',
    'the time given is a day before its slot',
    'information',
    { ...none, reports: [...three, slow] },
    at(4, 8),
    {},
    at(11, 8),
  ),
  row(
    'stop-rule-reached',
    'the day after its last day begins',
    'look-today',
    { versions: [stopped], reports: daysDone(1, 4) },
    at(5, 0),
    { events: [eventOf('activation-ended', at(5, 9)), eventOf('consolidation-started', at(5, 9))] },
    at(5, 9),
  ),
  row(
    'stop-rule-reached',
    'the last turn before the target is reported',
    'look-today',
    { versions: [targeted], reports: three },
    at(3, 20),
    { events: [eventOf('activation-ended', at(4, 9)), eventOf('consolidation-started', at(4, 9))] },
    at(4, 9),
  ),
  row(
    'not-assessable',
    'a version names nothing at which turning stops',
    'information',
    { ...none, reports: three },
    at(1, 8),
    { events: [eventOf('activation-ended', at(4, 9)), eventOf('consolidation-started', at(4, 9))] },
    at(4, 9),
  ),
];
