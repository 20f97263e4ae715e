import type { OperationKind } from '#lib/domain/facts.ts';
import type { Actor, Role } from './actor.ts';

export const ACTIONS = [
  'case.read',
  'case.open',
  'patient.update',
  'device.place',
  'protocol.publish',
  'protocol.cosign',
  'turns.record',
  'measurement.record',
  'complication.record',
  'contact.record',
  'operation.record',
  'course.record',
  'flag.decide',
  'photograph.read',
  'photograph.record',
  'outcome.read',
  'case.close',
  'booking.write',
  'booking.override',
  'check.record',
  'theatre.manage',
  'people.manage',
  'clinic.manage',
] as const;
export type Action = (typeof ACTIONS)[number];

/**
 * What is acted upon: something of one clinic; for a protocol version whether it lies within that clinic's band, for
 * an operation its kind.
 */
export type Subject = { clinicId: string; withinBand?: boolean; operation?: OperationKind };

const CLINICAL: readonly Action[] = [
  'case.read',
  'case.open',
  'patient.update',
  'device.place',
  'protocol.publish',
  'turns.record',
  'measurement.record',
  'complication.record',
  'contact.record',
  'operation.record',
  'course.record',
  'flag.decide',
  'photograph.read',
  'photograph.record',
  'outcome.read',
  'case.close',
  'booking.write',
  'check.record',
];

const ALLOWED: Record<Role, ReadonlySet<Action>> = {
  surgeon: new Set<Action>([...CLINICAL, 'booking.override', 'protocol.cosign']),
  nurse: new Set(CLINICAL),
  scheduler: new Set<Action>([
    'case.read',
    'operation.record',
    'booking.write',
    'check.record',
    'theatre.manage',
  ]),
  administrator: new Set<Action>(['people.manage', 'clinic.manage', 'theatre.manage']),
};

function roleAllows(role: Role, action: Action, subject: Subject): boolean {
  if (!ALLOWED[role].has(action)) return false;
  if (action === 'protocol.publish') return role === 'surgeon' || subject.withinBand === true;
  return action !== 'operation.record' || role !== 'scheduler' || subject.operation === 'removal';
}

/**
 * Whether the actor may do this to the subject: in his own clinic, by any one of his roles there. What is not
 * allowed is refused. A nurse publishes only a version known to lie within the clinic's band; a scheduler records
 * no operation but a removal.
 */
export function can(actor: Actor, action: Action, subject: Subject): boolean {
  if (actor.clinicId !== subject.clinicId) return false;
  return actor.roles.some((role) => roleAllows(role, action, subject));
}
