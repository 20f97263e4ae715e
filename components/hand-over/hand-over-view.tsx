import { PrintButton } from '#components/cases/print-button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { PrintSheet } from '#components/ui/print-sheet.tsx';
import { type Segment, SegmentedLinks } from '#components/ui/segmented-links.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { HandOverCase } from '#lib/view/hand-over.ts';
import { HandOverItem } from './hand-over-item.tsx';
import { MarkHandOverForm } from './mark-hand-over-form.tsx';

type Named = { caseId: string; name: string; mrn: string };

type HandOverViewProps = {
  handOver: {
    clinic: string;
    from: string;
    until: string;
    seenUntil: number;
    spans: readonly Segment[];
    cases: readonly HandOverCase[];
    onlyTurns: readonly Named[];
    left: readonly Named[];
    provenance: string;
  };
};

/** What changed in the clinic, case by case, the worst first; the same on paper. */
export function HandOverView({ handOver }: HandOverViewProps) {
  const { clinic, from, until, seenUntil, spans, cases, onlyTurns, left, provenance } = handOver;
  return (
    <>
      <div data-print="hide">
        <PageHeader
          title="Hand-over"
          detail={`What changed in ${clinic} from ${from} to ${until}, worst first.`}
          actions={<PrintButton />}
        />
        <div className="mb-4 flex flex-wrap items-start gap-x-6 gap-y-3">
          <SegmentedLinks label="Since" segments={spans} />
          <MarkHandOverForm seenUntil={seenUntil} />
        </div>
      </div>
      <PrintSheet
        identity={
          <p className="hidden print:block">
            <span className="font-semibold text-lg">Hand-over</span> {clinic}, {from} to {until}
          </p>
        }
        provenance={<span className="hidden print:inline">{provenance}</span>}
      >
        {cases.length === 0 ? (
          <EmptyState title="No flag changed and nothing but turns was recorded">
            Choose an earlier time above, or go on with the worklist.
          </EmptyState>
        ) : (
          <ol className="divide-y divide-line-strong">
            {cases.map((one) => (
              <HandOverItem key={one.caseId} one={one} />
            ))}
          </ol>
        )}
        <Names title="Not laid out here: open the case to see what changed" cases={left} />
        <Names title="Turns reported, no flag, nothing else" cases={onlyTurns} />
      </PrintSheet>
    </>
  );
}

function Names({ title, cases }: { title: string; cases: readonly Named[] }) {
  return cases.length === 0 ? null : (
    <p className="pt-4">
      <span className="font-medium">{title}:</span>{' '}
      {cases.map(({ caseId, name, mrn }, index) => (
        <span key={caseId}>
          {index === 0 ? '' : '; '}
          <TextLink href={`/cases/${caseId}`} quiet>
            {name} ({mrn})
          </TextLink>
        </span>
      ))}
    </p>
  );
}
