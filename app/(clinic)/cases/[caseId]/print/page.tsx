import { CaseSheet } from '#components/cases/case-sheet.tsx';
import { PrintButton } from '#components/cases/print-button.tsx';
import { SegmentedLinks } from '#components/ui/segmented-links.tsx';
import { loadCasePrint } from '#lib/loaders/load-case-print.ts';

type CasePrintPageProps = {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<{ paper?: string | string[] }>;
};

export default async function CasePrintPage({ params, searchParams }: CasePrintPageProps) {
  const { overview, ...sheet } = await loadCasePrint((await params).caseId);
  const paper = (await searchParams).paper === 'letter' ? 'letter' : 'a4';
  const path = `/cases/${overview.caseId}/print`;
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
      </div>
      <CaseSheet {...sheet} overview={overview} paper={paper} />
    </>
  );
}
