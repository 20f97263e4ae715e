import type { Metadata } from 'next';
import { SheetSection } from '#components/turns/sheet-section.tsx';
import { loadTurnSheet } from '#lib/loaders/load-turn-entry.ts';

export const metadata: Metadata = { title: 'Paper sheet' };

type SheetPageProps = {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function SheetPage({ params, searchParams }: SheetPageProps) {
  return <SheetSection {...(await loadTurnSheet((await params).caseId, await searchParams))} />;
}
