import 'server-only';
import { writeKey } from '#lib/data/audit.ts';
import { insertContact } from '#lib/data/contacts.ts';
import type { Actor, AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import { can } from '#lib/domain/access/can.ts';
import type { Contact } from '#lib/domain/contact/contact.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { ContactInput, HoldInput } from '#lib/schemas/contact.ts';
import { type AmendedTurns, type Amending, type AmendTurnsReason, amendTurns } from './amend-turns.ts';
import { type CorrectionReason, withFact } from './correct-fact.ts';
import { type CaseReason, inCase } from './in-case.ts';
import { type MomentRefusal, resolvePast } from './resolve-moment.ts';

export type ContactReason =
  | CaseReason
  | CorrectionReason
  | MomentRefusal<'at'>
  /** The hold that they were told of cannot be written. */
  | AmendTurnsReason
  /** The patient has no such caregiver. */
  | { kind: 'caregiver-unknown'; field: 'caregiverId' };

/**
 * The version of the hold that they were told of: `proposed` where it waits for a signature and is not in force, `published`
 * where it is and has changed what was to begin after it; null: neither.
 */
export type RecordedContact = { id: string; proposed: number | null; published: number | null };

/**
 * Records that somebody was in touch with the family, or tried to be, with the hold that they were told of in the same
 * write; or the correction of a contact.
 */
export function recordContact(request: {
  actor: Actor;
  caseId: AuthorizedCaseId;
  input: ContactInput;
  now: Instant;
}): Promise<Result<RecordedContact, ContactReason>> {
  const { actor, caseId, input, now } = request;
  const { id, kind, caregiverId, outcome, signs, note, hold, correctsId, retracted } = input;
  return inCase<RecordedContact, ContactReason>(
    { actor, caseId, now, action: 'contact.record', write: writeKey(id, { caseId, input }) },
    ({ header, facts }) => {
      const at = input.at === null ? ok(now) : resolvePast(facts.zone, input.at, 'at', now);
      if (!at.ok) return at;
      if (caregiverId !== null && !facts.caregivers.some((one) => one.id === caregiverId))
        return refused({ kind: 'caregiver-unknown', field: 'caregiverId' });
      const contact: Contact = {
        id,
        kind,
        at: at.value,
        caregiverId,
        outcome,
        signs,
        note,
        byId: actor.personId,
        recordedAt: now,
        signsToldAt: signsToldFrom(facts.contacts, input) ?? now,
      };
      const contacts = withFact(facts.contacts, contact, { ...input, anyKind: true });
      if (!contacts.ok) return contacts;
      const held = hold === null ? ok(null) : holdTurns({ actor, header, facts, now }, hold, contact.at);
      if (!held.ok) return held;
      const recording = { caseId, recordedBy: actor.personId, correctsId, retracted };
      return ok({
        value: {
          id,
          proposed: held.value?.proposed ?? null,
          published: held.value?.changesLater ? held.value.version : null,
        },
        change: {
          statements: [...(held.value?.statements ?? []), insertContact(recording, contact)],
          after: { header, facts: { ...(held.value?.facts ?? facts), contacts: contacts.value } },
          event: correctsId === null ? 'contact.recorded' : 'contact.corrected',
          detail: {
            id,
            kind,
            at: contact.at,
            outcome,
            signs,
            correctsId,
            retracted,
            hold: held.value?.version ?? null,
          },
        },
      });
    },
  );
}

/** When the signs were first written down, where a contact is corrected that named them already. */
function signsToldFrom(
  contacts: readonly Contact[],
  { correctsId, signs }: Pick<ContactInput, 'correctsId' | 'signs'>,
): Instant | null {
  const corrected = contacts.find(({ id }) => id === correctsId);
  return corrected && signs.every((sign) => corrected.signs.includes(sign)) ? corrected.signsToldAt : null;
}

/** Nothing is turned on these devices from the next session on; the family knows since the contact. */
function holdTurns(
  amending: Amending,
  { deviceIds, reasonCode, reason, toldById }: HoldInput,
  toldAt: Instant,
): Result<AmendedTurns, CaseReason | AmendTurnsReason> {
  const { actor, header } = amending;
  if (!can(actor, 'protocol.publish', { clinicId: header.clinicId, withinBand: true })) {
    return refused({ kind: 'not-allowed' });
  }
  const decision = { course: 'hold', deviceIds, perSession: null } as const;
  const told = { toldAt, toldById: toldById ?? actor.personId };
  return amendTurns(amending, decision, { reasonCode, reason }, told);
}
