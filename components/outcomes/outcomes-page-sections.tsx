import { Alert } from '#components/ui/alert.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Section } from '#components/ui/section.tsx';
import type { ComplicationShares } from '#lib/view/complication-shares.ts';
import { counted } from '#lib/view/format-date.ts';
import type { OutcomeFigure } from '#lib/view/outcome-figures.ts';
import type { OutcomeFilters } from '#lib/view/outcome-filters.ts';
import type { OutcomeRow } from '#lib/view/outcome-rows.ts';
import type { RemovalCurve } from '#lib/view/removal-curve.ts';
import { ComplicationSection } from './complication-section.tsx';
import { OutcomeFigureSection } from './outcome-figure.tsx';
import { OutcomeFilterForm } from './outcome-filter-form.tsx';
import { OutcomeTable } from './outcome-table.tsx';
import { RemovalSection } from './removal-section.tsx';

type OutcomesPageSectionsProps = {
  total: number;
  ended: number;
  uncounted: number;
  filters: OutcomeFilters;
  figures: readonly OutcomeFigure[];
  complications: ComplicationShares;
  removal: RemovalCurve;
  rows: readonly OutcomeRow[];
  first: number;
  previousHref: string | undefined;
  nextHref: string | undefined;
  csvHref: string;
  printed: string;
};

/** The outcomes of the unit. */
export function OutcomesPageSections(props: OutcomesPageSectionsProps) {
  const { total, ended, uncounted, filters, figures, complications, removal, rows, first } = props;
  return (
    <>
      <PageHeader
        title="Outcomes"
        detail={`${counted(total, 'case')} with an index operation, in ${ended} of them activation is over`}
        actions={
          total > 0 ? (
            <a href={props.csvHref} className="underline" download>
              Take as CSV
            </a>
          ) : null
        }
      />
      <OutcomeFilterForm filters={filters} />
      {uncounted > 0 ? (
        <Alert level="unknown" title={`${counted(uncounted, 'case')} not counted yet.`} className="mb-6">
          After an upgrade the server counts the cases of before; look again in some minutes.
        </Alert>
      ) : null}
      {total === 0 ? (
        <EmptyState title="No case to count">
          {filters.clearHref
            ? 'No operation lies within what was chosen. Choose a longer period or fewer limits.'
            : 'A case counts from its index operation on. Record one on the page of devices of a case.'}
        </EmptyState>
      ) : (
        <div className="grid grid-cols-1 gap-8">
          {figures.map((figure) => (
            <OutcomeFigureSection key={figure.id} figure={figure} />
          ))}
          <ComplicationSection complications={complications} />
          <RemovalSection curve={removal} />
          <Section title="Cases" id="cases" detail={String(total)}>
            <OutcomeTable rows={rows} />
            <Pagination
              noun="cases"
              first={first}
              last={first + rows.length - 1}
              total={total}
              previousHref={props.previousHref}
              nextHref={props.nextHref}
            />
          </Section>
        </div>
      )}
      <p data-print="only" className="mt-6 text-sm">
        Counted: {filters.words}. {props.printed}
      </p>
    </>
  );
}
