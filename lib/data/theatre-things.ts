import 'server-only';
import type { Queryable } from './statement.ts';

/** The version of a room of a clinic, retired or not; null: it has no such room. */
export async function findRoomVersion(
  db: Queryable,
  clinicId: string,
  roomId: string,
): Promise<number | null> {
  const { rows } = await db.query<{ version: number }>({
    name: 'find-room-version',
    text: 'SELECT version FROM room WHERE clinic_id = $1 AND id = $2',
    values: [clinicId, roomId],
  });
  return rows[0]?.version ?? null;
}

const STANDING = {
  block: 'surgeon_block WHERE removed_at IS NULL',
  leave: 'staff_leave WHERE removed_at IS NULL',
  anaesthetist: 'anaesthetist WHERE retired_at IS NULL',
} as const;

/** Whether a clinic's plan has this block, leave or anaesthetist now. */
export async function hasPlanThing(
  db: Queryable,
  what: keyof typeof STANDING,
  { clinicId, id }: { clinicId: string; id: string },
): Promise<boolean> {
  const { rowCount } = await db.query({
    name: `has-${what}`,
    text: `SELECT FROM ${STANDING[what]} AND clinic_id = $1 AND id = $2`,
    values: [clinicId, id],
  });
  return rowCount === 1;
}
