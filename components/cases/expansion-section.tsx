import { ExpansionFigure } from '#components/charts/expansion-figure.tsx';
import { SlotTable } from '#components/charts/slot-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LeftOutDays } from '#components/ui/left-out-days.tsx';
import { Section, SectionHeader } from '#components/ui/section.tsx';
import { SegmentedLinks } from '#components/ui/segmented-links.tsx';
import { Static } from '#components/ui/static.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { ChartOption, ChartPages } from '#lib/view/chart-options.ts';
import type { ExpansionChart } from '#lib/view/expansion-chart.ts';

type ExpansionSectionProps = {
  caseId: string;
  chart: ExpansionChart | null;
  summary: string;
  readingsHref: string;
  options: {
    devices: readonly ChartOption[];
    spans: readonly ChartOption[];
    views: readonly ChartOption[];
    pages: ChartPages;
  };
  isTable: boolean;
};

/** The expansion chart, or its data as a table, with what can be chosen about it. */
export function ExpansionSection({
  caseId,
  chart,
  summary,
  readingsHref,
  options,
  isTable,
}: ExpansionSectionProps) {
  if (chart === null) {
    return (
      <Section title="Expansion" id="expansion">
        <EmptyState title="There is nothing to draw yet">
          <TextLink href={`/cases/${caseId}/devices`}>Record the devices</TextLink> as they were placed, then
          write the first version of the protocol.
        </EmptyState>
      </Section>
    );
  }
  return (
    <section id="expansion" aria-labelledby="expansion-title" className="min-w-0">
      <Static>
        <SectionHeader
          title="Expansion"
          id="expansion"
          detail="since placement"
          actions={
            <>
              {options.devices.length > 0 && <SegmentedLinks label="Devices" segments={options.devices} />}
              {options.spans.length > 0 && <SegmentedLinks label="Time" segments={options.spans} />}
              <SegmentedLinks label="Chart or table" segments={options.views} />
            </>
          }
        />
      </Static>
      <div className="pt-3">
        {isTable ? (
          <SlotTable readings={chart.readings.slice()} labels={chart.labels} />
        ) : (
          <ExpansionFigure chart={chart} summary={summary} readingsHref={readingsHref} />
        )}
        <LeftOutDays {...options.pages} />
        {chart.window.endedOn && (
          <p className="text-ink-muted">Nothing is planned or reported after {chart.window.endedOn}.</p>
        )}
      </div>
    </section>
  );
}
