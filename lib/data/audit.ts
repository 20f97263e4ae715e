import 'server-only';
import { createHash } from 'node:crypto';
import type { Instant } from '#lib/domain/units.ts';
import { newId } from './new-id.ts';
import { insertInto, type Queryable, type Statement, timestamp } from './statement.ts';

/** What the trail tells of. Reads, sign-in and people have their own writers beside their data. */
export type AuditEventName =
  | 'case.opened'
  | 'case.changed'
  | 'case.closed'
  | 'patient.changed'
  | 'caregiver.added'
  | 'caregiver.changed'
  | 'operation.recorded'
  | 'operation.corrected'
  | 'device.placed'
  | 'device.changed'
  | 'protocol.published'
  | 'protocol.proposed'
  | 'protocol.co-signed'
  | 'protocol.declined'
  | 'protocol.told'
  | 'turns.recorded'
  | 'turns.corrected'
  | 'measurement.recorded'
  | 'measurement.corrected'
  | 'device.followed'
  | 'device-model.added'
  | 'device-model.retired'
  | 'recall.recorded'
  | 'recall.withdrawn'
  | 'complication.recorded'
  | 'complication.corrected'
  | 'complication.followed'
  | 'course.recorded'
  | 'course.corrected'
  | 'contact.recorded'
  | 'contact.corrected'
  | 'flag.decided'
  | 'booking.held'
  | 'booking.confirmed'
  | 'booking.moved'
  | 'booking.postponed'
  | 'booking.cancelled'
  | 'removal.recorded'
  | 'check.recorded'
  | 'hardware.recorded'
  | 'theatre.changed'
  | 'clinic.changed'
  | 'course.told'
  | 'photograph.recorded'
  | 'photograph.retracted'
  | 'outcomes.exported';

/** A write with the id that its client made: sent again, it is the same write. */
export type WriteKey = { id: string; digest: string };

export type AuditRow = {
  event: AuditEventName;
  at: Instant;
  clinicId: string;
  actorId: string;
  caseId: string | null;
  patientId: string | null;
  /** What was written or changed, before and after; `result` is what the operation answered. */
  detail: Readonly<Record<string, unknown>>;
  write: WriteKey | null;
};

/** The row of the trail for a write; it goes into the transaction of that write. */
export function insertAudit(row: AuditRow): Statement {
  return insertInto('audit_event', [
    {
      id: newId(),
      at: timestamp(row.at),
      event: row.event,
      clinic_id: row.clinicId,
      actor_id: row.actorId,
      case_id: row.caseId,
      patient_id: row.patientId,
      detail: row.detail,
      write_id: row.write?.id ?? null,
      body_digest: row.write?.digest ?? null,
    },
  ]);
}

/** The key of a write: a digest of its body in which the order of keys does not count. */
export function writeKey(id: string, body: unknown): WriteKey {
  return { id, digest: createHash('sha256').update(canonical(body)).digest('hex') };
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** Makes the same write, sent twice at once, wait for itself until the end of the transaction. */
export function lockWrite({ id }: WriteKey): Statement {
  return { name: 'lock-write', text: 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', values: [id] };
}

/** What became of an earlier write with this id: its answer, another body's, or nothing. */
export type Receipt = { kind: 'new' } | { kind: 'same'; result: unknown } | { kind: 'other' };

/** Looks for an earlier write with this id; a write of another clinic or case counts as another body. */
export async function findReceipt(
  db: Queryable,
  clinicId: string,
  { id, digest }: WriteKey,
): Promise<Receipt> {
  const { rows } = await db.query<{ isSame: boolean; result: unknown }>({
    name: 'find-receipt',
    text: `SELECT clinic_id IS NOT DISTINCT FROM $2::uuid AND body_digest = $3 AS "isSame", detail -> 'result' AS result
      FROM audit_event WHERE write_id = $1`,
    values: [id, clinicId, digest],
  });
  const found = rows[0];
  if (!found) return { kind: 'new' };
  return found.isSame ? { kind: 'same', result: found.result } : { kind: 'other' };
}
