import 'server-only';
import type { Role } from '#lib/domain/access/actor.ts';
import type { Queryable } from './statement.ts';

/** A person who works in a clinic and whose account is not disabled. */
export type StaffMember = { id: string; name: string; roles: Role[] };

/** Who works in a clinic, by name: for choosing a surgeon or a teacher. */
export async function listStaff(db: Queryable, clinicId: string): Promise<StaffMember[]> {
  const { rows } = await db.query<StaffMember>({
    name: 'list-staff',
    text: `SELECT p.id, p.name, array_agg(m.role ORDER BY m.role) AS roles
      FROM membership m JOIN person p ON p.id = m.person_id
      WHERE m.clinic_id = $1 AND p.disabled_at IS NULL GROUP BY p.id ORDER BY p.name, p.id`,
    values: [clinicId],
  });
  return rows;
}

/** Whether a person works in the clinic, in that role if one is named. */
export async function worksInClinic(
  db: Queryable,
  clinicId: string,
  personId: string,
  role: Role | null,
): Promise<boolean> {
  const { rowCount } = await db.query({
    name: 'works-in-clinic',
    text: 'SELECT FROM membership WHERE clinic_id = $1 AND person_id = $2 AND ($3::text IS NULL OR role = $3) LIMIT 1',
    values: [clinicId, personId, role],
  });
  return rowCount === 1;
}
