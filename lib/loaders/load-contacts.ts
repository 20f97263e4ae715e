import 'server-only';
import { mayAttempt } from '#lib/auth/gate.ts';
import { listStaff } from '#lib/data/clinic-staff.ts';
import { listSupersededContacts } from '#lib/data/contacts.ts';
import { newId } from '#lib/data/new-id.ts';
import { pool } from '#lib/data/pool.ts';
import { takesWrite } from '#lib/domain/access/closed-case.ts';
import { holdable } from '#lib/view/call-row.ts';
import { contactValues } from '#lib/view/contact-values.ts';
import { contactRows, withdrawnWords } from '#lib/view/contact-words.ts';
import type { ContactsPage } from '#lib/view/contacts-page.ts';
import { zoneNote } from '#lib/view/format-date.ts';
import { familyStaffChoices } from '#lib/view/intake-words.ts';
import { loadCase } from './load-case.ts';

type Asked = { withdraw?: unknown; correct?: unknown };

/** Every contact with the family, and the form for another. */
export async function loadContacts(caseIdParam: string, asked: Asked): Promise<ContactsPage> {
  const { at, record, card, assessment } = await loadCase(caseIdParam);
  const { facts, header } = record;
  const mayRecord = mayAttempt(at, 'contact.record') && takesWrite(header, 'contact.record');
  const [superseded, staff] = await Promise.all([
    listSupersededContacts(pool(), at.caseId),
    mayRecord ? listStaff(at.clinic.id) : [],
  ]);
  const chosen = facts.contacts.find(({ id }) => mayRecord && id === asked.correct);
  return {
    caseId: at.caseId,
    zoneNote: zoneNote(facts.zone, at.clinic.zone),
    rows: contactRows(facts.contacts, facts.caregivers, card.people, facts.zone, superseded),
    withdrawn: withdrawnWords(superseded, facts.zone),
    caregivers: facts.caregivers.map(({ id, name, relation }) => ({
      value: id,
      label: `${name} (${relation})`,
    })),
    holdable: mayRecord && takesWrite(header, 'protocol.publish') ? holdable(assessment) : [],
    staff: familyStaffChoices(staff),
    contactId: mayRecord ? newId() : null,
    correcting: chosen ? { ...contactValues(chosen, facts.zone), contactId: newId() } : null,
    withdrawing:
      mayRecord && typeof asked.withdraw === 'string' ? { id: asked.withdraw, contactId: newId() } : null,
  };
}
