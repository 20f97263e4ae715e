import 'server-only';
import type { Role } from '#lib/domain/access/actor.ts';
import { prisma } from './database.ts';
import type { Queryable } from './statement.ts';

/** A person who works in a clinic and whose account is not disabled. */
export type StaffMember = { id: string; name: string; roles: Role[] };

/** Who works in a clinic, by name: for choosing a surgeon or a teacher. */
export async function listStaff(clinicId: string): Promise<StaffMember[]> {
  const people = await prisma().person.findMany({
    where: { disabledAt: null, memberships: { some: { clinicId } } },
    select: { id: true, name: true, memberships: { where: { clinicId }, select: { role: true } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  return people.map(({ id, name, memberships }) => ({
    id,
    name,
    roles: memberships.map(({ role }) => role as Role),
  }));
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
