import 'server-only';
import type { Instant } from '#lib/domain/units.ts';
import { readQuarter } from './case-reach.ts';
import { newId } from './new-id.ts';
import { pool } from './pool.ts';

/** The lists that name patients of more than one case. */
export type ListName =
  | 'worklist'
  | 'calls'
  | 'hand-over'
  | 'removals'
  | 'theatre-week'
  | 'hardware'
  | 'outcomes'
  | 'calendar';

const NOTE_LIST_READ = {
  name: 'note-list-read',
  text: `INSERT INTO audit_event (id, at, event, clinic_id, actor_id, detail, read_quarter)
    SELECT $1::uuid, $2::timestamptz, 'list.read', $3::uuid, $4::uuid, $5::jsonb, $6::int
    WHERE NOT EXISTS (SELECT FROM audit_event WHERE event = 'list.read' AND actor_id = $4 AND read_quarter = $6
      AND clinic_id = $3 AND detail = $5::jsonb)`,
};

/**
 * Notes in the audit trail that a person was shown a list of a clinic, and of which cases: once in a quarter of an hour
 * for as long as it has the same cases, in whatever order. A list of nobody is not noted.
 */
export async function noteListRead(
  { list, clinicId, personId }: { list: ListName; clinicId: string; personId: string },
  caseIds: readonly string[],
  now: Instant,
): Promise<void> {
  if (caseIds.length === 0) return;
  const detail = { list, cases: [...new Set(caseIds)].sort() };
  await pool().query({
    ...NOTE_LIST_READ,
    values: [newId(), new Date(now), clinicId, personId, detail, readQuarter(now)],
  });
}
