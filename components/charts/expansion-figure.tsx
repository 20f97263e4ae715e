import { hoverText } from '#lib/view/chart/chart-hover-text.ts';
import type { ExpansionChart } from '#lib/view/expansion-chart.ts';
import { ChartInteraction } from './chart-interaction.tsx';
import { ChartLegend } from './chart-legend.tsx';
import { ExpansionAxis } from './expansion-panel.tsx';
import { ExpansionSvg } from './expansion-svg.tsx';

type ExpansionFigureProps = {
  chart: ExpansionChart;
  /** The chart in one sentence, for those who do not see it. */
  summary: string;
};

/** The expansion chart with its read-out and legend. */
export function ExpansionFigure({ chart, summary }: ExpansionFigureProps) {
  return (
    <figure>
      <ChartInteraction
        data={hoverText(chart)}
        axis={<ExpansionAxis panels={chart.panels} height={chart.height} />}
      >
        <ExpansionSvg chart={chart} title={summary} />
      </ChartInteraction>
      <figcaption>
        <ChartLegend chart={chart} />
      </figcaption>
    </figure>
  );
}

/** The same on paper: no read-out, and nothing that needs a script. */
export function ExpansionPrint({ chart, summary }: ExpansionFigureProps) {
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
      </figcaption>
    </figure>
  );
}
