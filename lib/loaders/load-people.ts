import 'server-only';
import { notFound } from 'next/navigation';
import { requireClinic } from '#lib/auth/gate.ts';
import { listClinicPeople } from '#lib/data/people.ts';
import { type PersonRow, toPersonRow } from '#lib/view/person-row.ts';

/** The people of the clinic by name, for its administrators. */
export async function loadPeople(): Promise<{ clinic: string; people: PersonRow[] }> {
  const { clinic, person, now } = await requireClinic('people.manage');
  const people = await listClinicPeople(clinic.id, now);
  return { clinic: clinic.name, people: people.map((each) => toPersonRow(each, clinic.zone, person.id)) };
}

/** One of them; an id of nobody in this clinic is not found. */
export async function loadPerson(personId: string): Promise<PersonRow> {
  const { people } = await loadPeople();
  return people.find(({ id }) => id === personId) ?? notFound();
}
