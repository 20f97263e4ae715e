import type { Metadata } from 'next';
import { PrintButton } from '#components/cases/print-button.tsx';
import { SummaryLetterSheet } from '#components/cases/summary-letter.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { SegmentedLinks } from '#components/ui/segmented-links.tsx';
import { loadSummaryLetter } from '#lib/loaders/load-summary-letter.ts';

export const metadata: Metadata = { title: 'Summary letter' };

type SummaryLetterPageProps = {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<{ paper?: string | string[] }>;
};

export default async function SummaryLetterPage({ params, searchParams }: SummaryLetterPageProps) {
  const { caseId, ...sheet } = await loadSummaryLetter((await params).caseId);
  const paper = (await searchParams).paper === 'letter' ? 'letter' : 'a4';
  const path = `/cases/${caseId}/timeline/letter`;
  return (
    <>
      <div data-print="hide" className="flex flex-wrap gap-2">
        <PrintButton />
        <SegmentedLinks
          label="Paper"
          segments={[
            { href: path, label: 'A4', current: paper === 'a4' },
            { href: `${path}?paper=letter`, label: 'Letter', current: paper === 'letter' },
          ]}
        />
        <ButtonLink href={`/cases/${caseId}/timeline`} variant="quiet">
          To the timeline
        </ButtonLink>
      </div>
      <SummaryLetterSheet {...sheet} paper={paper} />
    </>
  );
}
