import 'server-only';
import type { Contact } from '#lib/domain/contact/contact.ts';
import type { Recording } from './courses.ts';
import { insertInto, type Statement, timestamp } from './statement.ts';

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
