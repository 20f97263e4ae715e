import 'server-only';
import type { Instant } from '#lib/domain/units.ts';
import { newId } from './new-id.ts';
import { type Statement, timestamp } from './statement.ts';

/** What the trail tells of people and their accounts. */
export type AccountEvent = {
  event:
    | 'clinic.created'
    | 'person.added'
    | 'person.roles-changed'
    | 'person.disabled'
    | 'person.enabled'
    | 'password-link.made'
    | 'password.set'
    | 'password.changed'
    | 'second-factor.on'
    | 'second-factor.off'
    | 'second-factor.reset'
    | 'sessions.ended';
  at: Instant;
  /** Null: what a person did to his own account, in no clinic. */
  clinicId: string | null;
  /** Null: the command line. */
  actorId: string | null;
  /** Whose account, and what changed. Never a password, a token or a hash of one. */
  detail: { personId: string } & Readonly<Record<string, unknown>>;
};

/** The row of the trail for a change to people; it goes into the transaction of that change. */
export function insertAccountEvent({ event, at, clinicId, actorId, detail }: AccountEvent): Statement {
  return {
    name: 'insert-account-event',
    text: 'INSERT INTO audit_event (id, at, event, clinic_id, actor_id, detail) VALUES ($1, $2, $3, $4, $5, $6)',
    values: [newId(), timestamp(at), event, clinicId, actorId, detail],
  };
}
