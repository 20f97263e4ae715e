import type { Metadata } from 'next';
import { HeadSection } from '#components/cranial/head-section.tsx';
import { loadHead } from '#lib/loaders/load-head.ts';

export const metadata: Metadata = { title: 'Head' };

type HeadPageProps = {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function HeadPage({ params, searchParams }: HeadPageProps) {
  return <HeadSection {...(await loadHead((await params).caseId, (await searchParams).correct))} />;
}
