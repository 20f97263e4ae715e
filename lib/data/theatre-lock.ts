import 'server-only';
import type { Statement } from './statement.ts';

/**
 * Makes whoever books in a clinic, or changes its theatres, wait for one another until the end of the transaction; and
 * whoever books the same surgeon in another clinic. What is decided after it is decided on what then stands. Taken
 * after the case is locked, the clinic before the people.
 */
export function lockTheatres(clinicId: string, surgeonIds: readonly string[] = []): Statement {
  return {
    name: 'lock-theatres',
    text: `SELECT pg_advisory_xact_lock(hashtextextended('theatre ' || key, 0)) FROM unnest($1::text[]) AS key`,
    values: [[clinicId, ...[...surgeonIds].sort()]],
  };
}
