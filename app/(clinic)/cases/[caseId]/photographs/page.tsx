import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { PhotographsSection } from '#components/photographs/photographs-section.tsx';
import { refusedPhotograph } from '#components/photographs/typed-photograph.ts';
import { loadPhotographs } from '#lib/loaders/load-photographs.ts';

export const metadata: Metadata = { title: 'Photographs' };

type PhotographsPageProps = {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function PhotographsPage({ params, searchParams }: PhotographsPageProps) {
  const address = await searchParams;
  const page = await loadPhotographs((await params).caseId, address);
  const done = address.saved === '1' ? 'saved' : address.retracted === '1' ? 'retracted' : null;
  const jar = await cookies();
  const before = refusedPhotograph(address.refused, (name) => jar.get(name)?.value);
  return <PhotographsSection {...page} done={done} before={before} />;
}
