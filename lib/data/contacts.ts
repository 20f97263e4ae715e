import 'server-only';
import type { Contact } from '#lib/domain/contact/contact.ts';
import type { Recording } from './courses.ts';
import { list, standing } from './json-list.ts';
import { epochMs, insertInto, type Statement, timestamp } from './statement.ts';

/** SQL for the contacts that stand of the case `c`. */
export const contactList = list(
  {
    id: 'f.id',
    kind: 'f.kind',
    at: epochMs('f.at'),
    caregiverId: 'f.caregiver_id',
    outcome: 'f.outcome',
    signs: 'f.signs',
    note: 'f.note',
    byId: 'f.recorded_by',
    recordedAt: epochMs('f.recorded_at'),
  },
  standing('contact'),
);

/** Adds a contact with the family, or the correction of one. */
export function insertContact(of: Recording, contact: Contact): Statement {
  return insertInto('contact', [
    {
      id: contact.id,
      case_id: of.caseId,
      kind: contact.kind,
      at: timestamp(contact.at),
      caregiver_id: contact.caregiverId,
      outcome: contact.outcome,
      signs: contact.signs,
      note: contact.note,
      corrects_id: of.correctsId,
      retracted: of.retracted,
      recorded_by: of.recordedBy,
      recorded_at: timestamp(contact.recordedAt),
    },
  ]);
}
