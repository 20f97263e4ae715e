import type { Metadata } from 'next';
import { ContactsSection } from '#components/contacts/contacts-section.tsx';
import { loadContacts } from '#lib/loaders/load-contacts.ts';

export const metadata: Metadata = { title: 'Contacts' };

type ContactsPageProps = {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ContactsPage({ params, searchParams }: ContactsPageProps) {
  return <ContactsSection {...(await loadContacts((await params).caseId, await searchParams))} />;
}
