import type { Metadata } from 'next';
import { RemovalSections } from '#components/removals/removal-sections.tsx';
import { loadRemoval } from '#lib/loaders/load-removal.ts';

export const metadata: Metadata = { title: 'Removal' };

type RemovalPageProps = {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function RemovalPage({ params, searchParams }: RemovalPageProps) {
  const query = await searchParams;
  const page = await loadRemoval((await params).caseId, query);
  return <RemovalSections page={page} saved={query.saved} form={query.form} />;
}
