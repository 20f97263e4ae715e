import type { Sign } from '#lib/domain/complication/complication.ts';
import type { Instant } from '#lib/domain/units.ts';

export const CONTACT_KINDS = ['call', 'visit', 'message'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

export const CONTACT_OUTCOMES = [
  'reached',
  'no-answer',
  'turned-now',
  'told-to-hold',
  'visit-arranged',
] as const;
export type ContactOutcome = (typeof CONTACT_OUTCOMES)[number];

/** Somebody of the clinic was, or tried to be, in touch with the family. */
export type Contact = {
  id: string;
  kind: ContactKind;
  at: Instant;
  /** Null: somebody who is not on record. */
  caregiverId: string | null;
  outcome: ContactOutcome;
  /** Warning signs that the family told of, or that were seen. */
  signs: readonly Sign[];
  note: string | null;
  byId: string;
  recordedAt: Instant;
  /** When its signs were first written down: of a correction that adds none, when what it corrects was. */
  signsToldAt: Instant;
};

/** Whether the two sides spoke: every outcome but no answer. */
export function isReached({ outcome }: Pick<Contact, 'outcome'>): boolean {
  return outcome !== 'no-answer';
}

/** The latest of some contacts; null: there is none. */
export function latestContact(contacts: readonly Contact[]): Contact | null {
  return contacts.reduce<Contact | null>(
    (last, contact) =>
      last === null || contact.at > last.at || (contact.at === last.at && contact.id > last.id)
        ? contact
        : last,
    null,
  );
}
