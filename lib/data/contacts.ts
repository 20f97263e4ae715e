import 'server-only';
import type { Contact } from '#lib/domain/contact/contact.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { Recording } from './courses.ts';
import { list, standing } from './json-list.ts';
import { epochMs, insertInto, type Queryable, type Statement, timestamp } from './statement.ts';

const SIGNS_TOLD_AT = `(CASE WHEN f.corrects_id IS NULL THEN f.recorded_at ELSE (
  WITH RECURSIVE told AS (
    SELECT f.corrects_id AS before, f.signs, f.recorded_at
    UNION ALL SELECT g.corrects_id, g.signs, g.recorded_at FROM told JOIN contact g ON g.id = told.before AND g.signs @> told.signs
  ) SELECT min(recorded_at) FROM told) END)`;

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
    signsToldAt: epochMs(SIGNS_TOLD_AT),
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

/** A contact that no longer counts, and the row that took its place or took it away. */
export type SupersededContact = Omit<Contact, 'byId' | 'signsToldAt'> & {
  by: string;
  changedBy: string;
  changedAt: Instant;
  /** The row that says so; it stands itself where it is the last word and withdraws nothing. */
  changedById: string;
  withdrawn: boolean;
};

/** The contacts of a case that were corrected or withdrawn, the latest change first. */
export async function listSupersededContacts(db: Queryable, caseId: string): Promise<SupersededContact[]> {
  const { rows } = await db.query<SupersededContact>({
    name: 'list-superseded-contacts',
    text: `SELECT f.id, f.kind, ${epochMs('f.at')}::float8 AS at, f.caregiver_id AS "caregiverId", f.outcome, f.signs, f.note,
        ${epochMs('f.recorded_at')}::float8 AS "recordedAt", p.name AS by, q.name AS "changedBy",
        ${epochMs('g.recorded_at')}::float8 AS "changedAt", g.id AS "changedById", g.retracted AS withdrawn
      FROM contact f JOIN contact g ON g.corrects_id = f.id
        JOIN person p ON p.id = f.recorded_by JOIN person q ON q.id = g.recorded_by
      WHERE f.case_id = $1 ORDER BY g.recorded_at DESC, g.id DESC`,
    values: [caseId],
  });
  return rows;
}
