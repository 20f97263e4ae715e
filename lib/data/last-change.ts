import 'server-only';
import type { Instant } from '#lib/domain/units.ts';
import type { AuditEventName } from './audit.ts';
import { epochMs, type Queryable } from './statement.ts';

/** Who changed something last, and when. */
export type LastChange = { by: string; at: Instant };

/**
 * The latest of these events about the thing with this id, for whoever comes with an older version of it; null when
 * the trail has none. `id` is what the events say under `id`.
 */
export async function findLastChange(
  db: Queryable,
  clinicId: string,
  events: readonly AuditEventName[],
  id: string,
): Promise<LastChange | null> {
  const { rows } = await db.query<LastChange>({
    name: 'find-last-change',
    text: `SELECT person.name AS by, ${epochMs('e.at')}::float8 AS at
      FROM audit_event e JOIN person ON person.id = e.actor_id
      WHERE e.clinic_id = $1 AND e.event = ANY($2::text[]) AND e.detail ->> 'id' = $3
      ORDER BY e.at DESC LIMIT 1`,
    values: [clinicId, events, id],
  });
  return rows[0] ?? null;
}
