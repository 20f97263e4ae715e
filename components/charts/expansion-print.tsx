import type { ExpansionChart } from '#lib/view/expansion-chart.ts';
import { ChartLegend } from './chart-legend.tsx';
import { ExpansionAxis } from './expansion-panel.tsx';
import { ExpansionSvg } from './expansion-svg.tsx';

type ExpansionPrintProps = {
  chart: ExpansionChart;
  /** The chart in one sentence, for those who do not see it. */
  summary: string;
};

/** The expansion chart with its legend and without a read-out: on paper, and where it is drawn anew with each key. */
export function ExpansionPrint({ chart, summary }: ExpansionPrintProps) {
  const { earlier, endedOn } = chart.window;
  return (
    <figure>
      <div className="flex pr-4">
        <ExpansionAxis panels={chart.panels} height={chart.height} />
        <div className="min-w-0 flex-1">
          <ExpansionSvg chart={chart} title={summary} />
        </div>
      </div>
      <figcaption>
        <ChartLegend chart={chart} />
        {earlier && <p className="pt-2 text-sm">Not drawn: {earlier.words}.</p>}
        {endedOn && <p className="pt-2 text-sm">Nothing is planned or reported after {endedOn}.</p>}
      </figcaption>
    </figure>
  );
}
