import 'server-only';
import { mayAttempt } from '#lib/auth/gate.ts';
import { newId } from '#lib/data/new-id.ts';
import { takesWrite } from '#lib/domain/access/closed-case.ts';
import { type ContactRow, contactRows } from '#lib/view/contact-words.ts';
import { zoneNote } from '#lib/view/format-date.ts';
import { loadCase } from './load-case.ts';

export type ContactsPage = {
  caseId: string;
  zoneNote: string;
  rows: readonly ContactRow[];
  caregivers: readonly { value: string; label: string }[];
  /** The id of the contact that the form makes; null for who may record none. */
  contactId: string | null;
  /** The contact that is about to be withdrawn, and the id of the row that does it. */
  withdrawing: { id: string; contactId: string } | null;
};

/** Every contact with the family, and the form for another. */
export async function loadContacts(caseIdParam: string, withdraw: unknown): Promise<ContactsPage> {
  const { at, record, card } = await loadCase(caseIdParam);
  const { facts, header } = record;
  const mayRecord = mayAttempt(at, 'contact.record') && takesWrite(header, 'contact.record');
  return {
    caseId: at.caseId,
    zoneNote: zoneNote(facts.zone, at.clinic.zone),
    rows: contactRows(facts.contacts, facts.caregivers, card.people, facts.zone),
    caregivers: facts.caregivers.map(({ id, name, relation }) => ({
      value: id,
      label: `${name} (${relation})`,
    })),
    contactId: mayRecord ? newId() : null,
    withdrawing: mayRecord && typeof withdraw === 'string' ? { id: withdraw, contactId: newId() } : null,
  };
}
