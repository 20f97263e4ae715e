import 'server-only';
import type { PersonModel } from '#db/models.ts';
import type { Role } from '#lib/domain/access/actor.ts';
import { pool } from './pool.ts';
import type { Queryable } from './statement.ts';

/** A person who works in a clinic and whose account is not disabled. */
export type StaffMember = Pick<PersonModel, 'id' | 'name'> & { roles: Role[] };

/** Who works in a clinic, by name: for choosing a surgeon or a teacher. */
export async function listStaff(clinicId: string): Promise<StaffMember[]> {
  const { rows } = await pool().query<StaffMember>({
    name: 'list-staff',
    text: `SELECT p.id, p.name, m.roles
      FROM (SELECT person_id, array_agg(role ORDER BY role) AS roles FROM membership
            WHERE clinic_id = $1 GROUP BY person_id) m
      JOIN person p ON p.id = m.person_id
      WHERE p.disabled_at IS NULL ORDER BY p.name, p.id`,
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

/** Whether a person has a role in any clinic. */
export async function worksSomewhere(db: Queryable, personId: string): Promise<boolean> {
  const { rowCount } = await db.query({
    name: 'works-somewhere',
    text: 'SELECT FROM membership WHERE person_id = $1 LIMIT 1',
    values: [personId],
  });
  return rowCount === 1;
}
