import type { Metadata } from 'next';
import { TurningSheetSection } from '#components/sheets/turning-sheet-section.tsx';
import { loadTurningSheet } from '#lib/loaders/load-turning-sheet.ts';

export const metadata: Metadata = { title: 'Turning sheet' };

type TurningSheetPageProps = {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function TurningSheetPage({ params, searchParams }: TurningSheetPageProps) {
  return <TurningSheetSection {...(await loadTurningSheet((await params).caseId, await searchParams))} />;
}
