import type { Metadata } from 'next';
import { AddPersonForm } from '#components/auth/add-person-form.tsx';
import { PeopleTable } from '#components/auth/people-table.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Section } from '#components/ui/section.tsx';
import { loadPeople } from '#lib/loaders/load-people.ts';

export const metadata: Metadata = { title: 'People' };

export default async function PeoplePage() {
  const { clinic, people } = await loadPeople();
  return (
    <div className="grid gap-6">
      <PageHeader title="People" detail={`Who works in ${clinic}, and as what.`} />
      <PeopleTable people={people} />
      <Section id="add" title="Add a person">
        <AddPersonForm />
      </Section>
    </div>
  );
}
