import type { Metadata } from 'next';
import { ContactsSection } from '#components/contacts/contacts-section.tsx';
import { loadContacts } from '#lib/loaders/load-contacts.ts';

export const metadata: Metadata = { title: 'Contacts' };

export default async function ContactsPage({ params }: { params: Promise<{ caseId: string }> }) {
  return <ContactsSection {...(await loadContacts((await params).caseId))} />;
}
