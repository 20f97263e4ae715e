import type { Metadata } from 'next';
import { ImportSection } from '#components/turns/import-section.tsx';
import { loadImportPage } from '#lib/loaders/load-turn-entry.ts';

export const metadata: Metadata = { title: 'CSV file' };

export default async function ImportPage({ params }: { params: Promise<{ caseId: string }> }) {
  return <ImportSection {...(await loadImportPage((await params).caseId))} />;
}
