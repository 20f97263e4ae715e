import fc from 'fast-check';
import { BOOKING_CHANGES } from '#lib/domain/booking/booking.ts';
import { dayOf } from '#lib/domain/case-day.ts';
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
import { CONTACT_KINDS, CONTACT_OUTCOMES, type Contact } from '#lib/domain/contact/contact.ts';
import type { DeviceEvent } from '#lib/domain/device/device-event.ts';
import type { Recall } from '#lib/domain/device/recall.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import type { CaregiverFact } from '#lib/domain/patient/caregiver.ts';
import { CHECK_STATES, type RemovalFacts } from '#lib/domain/removal/removal-facts.ts';
import { HOUR_MS, type Instant } from '#lib/domain/units.ts';
import { stateOf } from './booking-facts.ts';
import { caregiverOf, complicationOf, contactOf, recallOf, trainingOf } from './case-facts.ts';

type Around = Pick<
  CaseFacts,
  'deviceEvents' | 'recalls' | 'complications' | 'contacts' | 'caregivers' | 'removal'
>;
type Place = { zone: string; operatedAt: Instant; deviceIds: readonly string[] };

const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 2 });

/** Names of caregivers as reports give them; the last is of nobody on record. */
export const TURNERS = ['Ana Example', 'Bo Example', 'a neighbour'];

/** Models, lots and serials that devices have and recalls name. */
export const LOTS = ['lot-1', 'LOT-1', 'lot-2'];

export const anySigns = fc.oneof(
  { weight: 4, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.subarray([...SIGNS], { minLength: 1, maxLength: 2 }) },
);

/** What is on file of a case beside its devices, plans, turns and readings: all that may be, in any order of time. */
export function anySurroundings({ zone, operatedAt, deviceIds }: Place): fc.Arbitrary<Around> {
  const instant = fc
    .integer({ min: -24 * 4, max: 1400 * 4 })
    .map((quarter) => operatedAt + (quarter * HOUR_MS) / 4);
  const moment = fc.record({ at: instant, late: fc.constantFrom(0, 0, 1, 30) });
  const heard = ({ at, late }: { at: Instant; late: number }) => at + late * HOUR_MS;
  const someDevice = fc.constantFrom(...deviceIds);

  const deviceEvent = fc
    .record({
      moment,
      deviceId: someDevice,
      openingUm: fc.integer({ min: 0, max: 30_000 }),
      isArm: fc.boolean(),
    })
    .map(
      ({ moment: when, deviceId, openingUm, isArm }): DeviceEvent => ({
        id: '',
        deviceId,
        at: when.at,
        reason: null,
        recordedAt: heard(when),
        ...(isArm ? { kind: 'arm-removed' } : { kind: 're-anchored', openingUm, measurementId: 'm0' }),
      }),
    );

  const recall = fc
    .record({
      at: instant,
      modelId: orNull(fc.constant('model')),
      lot: orNull(fc.constantFrom(...LOTS)),
      level: fc.constantFrom('act-now' as const, 'look-today' as const, 'information' as const),
    })
    .map(({ at, ...given }): Recall => recallOf(at, { ...given, id: '', issuedDay: dayOf(zone, at) }));

  const step = fc
    .record({
      at: instant,
      said: fc.oneof(
        fc.record({
          kind: fc.constant('graded' as const),
          clavienDindo: orNull(fc.constantFrom(...CLAVIEN_DINDO)),
          severity: orNull(fc.constantFrom(...SEVERITIES)),
        }),
        fc.record({
          kind: fc.constant('decided' as const),
          course: fc.constantFrom(...COURSES_OF_ACTION),
          version: orNull(fc.constantFrom(1, 2)),
        }),
        fc.record({ kind: fc.constantFrom('done' as const, 'resolved' as const, 'reopened' as const) }),
      ),
    })
    .map(
      ({ at, said }): ComplicationStep => ({
        id: '',
        onDay: dayOf(zone, at),
        note: null,
        recordedAt: at,
        ...said,
      }),
    );
  const complication = fc
    .record({
      moment,
      kind: fc.constantFrom(...COMPLICATION_KINDS),
      failure: fc.constantFrom(...DEVICE_FAILURES),
      deviceId: orNull(someDevice),
      detectedBy: fc.constantFrom(...DETECTED_BY),
      signs: anySigns,
      steps: fc.array(step, { maxLength: 4 }),
    })
    .map(({ moment: when, failure, steps, ...given }): Complication => {
      const recordedAt = heard(when);
      return complicationOf(recordedAt, {
        ...given,
        id: '',
        failure: given.kind === 'device-failure' ? failure : null,
        onsetDay: dayOf(zone, when.at),
        // What became of it is written down after it was.
        steps: steps.map((one) => ({ ...one, recordedAt: Math.max(one.recordedAt, recordedAt) })),
      });
    });

  const contact = fc
    .record({
      moment,
      kind: fc.constantFrom(...CONTACT_KINDS),
      outcome: fc.constantFrom(...CONTACT_OUTCOMES),
      caregiverId: orNull(fc.constantFrom('caregiver-0', 'caregiver-1')),
      signs: anySigns,
    })
    .map(
      ({ moment: when, ...given }): Contact =>
        contactOf(when.at, { ...given, id: '', recordedAt: heard(when) }),
    );

  const caregiver = fc
    .record({ at: instant, trainings: fc.array(fc.tuple(orNull(instant), instant), { maxLength: 2 }) })
    .map(
      ({ at, trainings }): CaregiverFact =>
        caregiverOf({
          recordedAt: at,
          trainings: trainings.map(([taughtAt, recordedAt], index) =>
            trainingOf(taughtAt, recordedAt, index + 1),
          ),
        }),
    );

  const booking = fc
    .record({
      at: instant,
      ahead: fc.integer({ min: 1, max: 2000 }),
      change: fc.constantFrom(...BOOKING_CHANGES),
      holdHours: fc.constantFrom(1, 24, 72),
      surgeonId: fc.constantFrom('surgeon', 'other'),
    })
    .map(({ at, ahead, change, holdHours, surgeonId }) => {
      const takesTime = change === 'held' || change === 'confirmed' || change === 'moved';
      const state = stateOf(at + ahead * HOUR_MS, at, { change });
      return {
        ...state,
        place: takesTime && state.place ? { ...state.place, surgeonId } : null,
        holdUntil: change === 'held' ? at + holdHours * HOUR_MS : null,
      };
    });
  const check = fc
    .record({
      at: instant,
      state: fc.constantFrom(...CHECK_STATES),
      key: fc.constantFrom('blood', 'consent'),
    })
    .map(({ at, ...given }) => ({ id: '', note: null, recordedBy: 'nurse', recordedAt: at, ...given }));
  const removal = fc
    .record({ bookings: fc.array(booking, { maxLength: 3 }), checks: fc.array(check, { maxLength: 2 }) })
    .map(
      ({ bookings, checks }): RemovalFacts => ({
        overdueDays: 14,
        template: [
          { key: 'blood', label: 'Blood count' },
          { key: 'consent', label: 'Consent' },
        ],
        checks: named('check', checks),
        bookings: bookings
          .sort((a, b) => a.recordedAt - b.recordedAt)
          .map((state, index) => ({ ...state, seq: index + 1 })),
        visits: [],
      }),
    );

  const few = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 3 });
  return fc.record({
    deviceEvents: few(deviceEvent).map((list) => named('device-event', list)),
    recalls: fc.array(recall, { maxLength: 2 }).map((list) => named('recall', list)),
    complications: fc
      .array(complication, { maxLength: 2 })
      .map((list) =>
        named('complication', list).map((one) => ({ ...one, steps: named(`${one.id}-step`, one.steps) })),
      ),
    contacts: few(contact).map((list) => named('contact', list)),
    caregivers: fc
      .array(caregiver, { maxLength: 2 })
      .map((list) => named('caregiver', list).map((one, index) => ({ ...one, name: TURNERS[index] ?? '' }))),
    removal,
  });
}

/** Gives each an id of its own. */
function named<T extends { id: string }>(kind: string, list: readonly T[]): T[] {
  return list.map((one, index) => ({ ...one, id: `${kind}-${index}` }));
}
