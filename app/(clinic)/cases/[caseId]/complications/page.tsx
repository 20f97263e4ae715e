import type { Metadata } from 'next';
import { ComplicationsSection } from '#components/complications/complications-section.tsx';
import { loadComplications } from '#lib/loaders/load-complications.ts';

export const metadata: Metadata = { title: 'Complications' };

type ComplicationsPageProps = {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ComplicationsPage({ params, searchParams }: ComplicationsPageProps) {
  const page = await loadComplications((await params).caseId, await searchParams);
  return <ComplicationsSection {...page} />;
}
