import { Static } from '#components/ui/static.tsx';
import { readHover } from '#lib/view/chart/chart-hover.ts';
import { hoverText } from '#lib/view/chart/chart-hover-text.ts';
import type { ExpansionChart } from '#lib/view/expansion-chart.ts';
import { ChartInteraction } from './chart-interaction.tsx';
import { ChartLegend } from './chart-legend.tsx';
import { ExpansionAxis } from './expansion-panel.tsx';
import { ExpansionSvg } from './expansion-svg.tsx';
import { SlotReadout } from './slot-readout.tsx';

type ExpansionFigureProps = {
  chart: ExpansionChart;
  /** The chart in one sentence, for those who do not see it. */
  summary: string;
};

/** The expansion chart with its read-out and legend. `readingsHref`: where every slot of the chart is read out. */
export function ExpansionFigure({
  chart,
  summary,
  readingsHref,
}: ExpansionFigureProps & { readingsHref: string }) {
  const latest = hoverText(chart, -1);
  const { slots, labels } = readHover(latest);
  return (
    <figure>
      <ChartInteraction
        latest={latest}
        readout={
          <Static>
            <SlotReadout slot={slots.at(-1)} labels={labels} />
          </Static>
        }
        href={readingsHref}
        axis={
          <Static>
            <ExpansionAxis panels={chart.panels} height={chart.height} />
          </Static>
        }
      >
        <Static>
          <ExpansionSvg chart={chart} title={summary} />
        </Static>
      </ChartInteraction>
      <figcaption>
        <Static>
          <ChartLegend chart={chart} />
        </Static>
      </figcaption>
    </figure>
  );
}
