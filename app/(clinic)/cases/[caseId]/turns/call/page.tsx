import type { Metadata } from 'next';
import { CallSection } from '#components/turns/call-section.tsx';
import { loadCallEntry } from '#lib/loaders/load-turn-entry.ts';

export const metadata: Metadata = { title: 'Phone call' };

type CallPageProps = {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function CallPage({ params, searchParams }: CallPageProps) {
  const query = await searchParams;
  const entry = await loadCallEntry((await params).caseId, query);
  return <CallSection {...entry} isContactRecorded={query.contact === 'recorded'} />;
}
