import type { Metadata } from 'next';
import { FlowsheetSection } from '#components/turns/flowsheet-section.tsx';
import { loadFlowsheet } from '#lib/loaders/load-flowsheet.ts';

export const metadata: Metadata = { title: 'Turns' };

type TurnsPageProps = {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function TurnsPage({ params, searchParams }: TurnsPageProps) {
  const { saved, ...query } = await searchParams;
  const page = await loadFlowsheet((await params).caseId, query);
  return <FlowsheetSection {...page} saved={Number(saved) || 0} />;
}
