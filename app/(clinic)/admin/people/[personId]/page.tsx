import type { Metadata } from 'next';
import { PersonForms } from '#components/auth/person-forms.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { loadPerson } from '#lib/loaders/load-people.ts';

export const metadata: Metadata = { title: 'Person' };

export default async function PersonPage({ params }: { params: Promise<{ personId: string }> }) {
  const person = await loadPerson((await params).personId);
  return (
    <div className="grid max-w-2xl gap-6">
      <PageHeader
        trail={<TextLink href="/admin/people">People</TextLink>}
        title={person.name}
        detail={`${person.email} · ${person.state} · last seen: ${person.lastSeen}`}
      />
      <PersonForms person={person} />
    </div>
  );
}
