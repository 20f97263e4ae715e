import type { ReactNode } from 'react';
import type { MarkKind } from '#lib/view/chart/chart-reported.ts';
import type { ExpansionChart } from '#lib/view/expansion-chart.ts';
import { ANCHOR_BAR, ComplicationShape, MARK_SHAPES, MarkShape } from './chart-shapes.tsx';
import { seriesStyle } from './series-style.ts';

type Entry = { words: string; sample: ReactNode };

/** What each line, band and mark of this drawing means; only what is on it. */
export function ChartLegend({ chart }: { chart: ExpansionChart }) {
  const entries = chart.choice === 'together' ? sharedEntries(chart) : loneEntries(chart);
  return (
    <ul aria-label="Legend" className="flex flex-wrap gap-x-4 gap-y-1 pt-2 text-ink-muted text-xs">
      {[...entries, ...pointEntries(chart)].map(({ words, sample }) => (
        <li key={words} className="flex items-center gap-1.5">
          <svg
            width="24"
            height="12"
            viewBox="-12 -6 24 12"
            aria-hidden="true"
            overflow="visible"
            fill="none"
          >
            {sample}
          </svg>
          {words}
        </li>
      ))}
    </ul>
  );
}

function loneEntries({ panels, originalWords }: ExpansionChart): readonly Entry[] {
  const series = panels.flatMap((panel) => panel.series);
  const found: (Entry | false)[] = [
    {
      words: 'Reported',
      sample: <path d="M-12 0H12" className="stroke-chart-reported" strokeWidth="2.25" />,
    },
    series.some(({ planned }) => planned !== '') && {
      words: 'Planned, with its tolerance',
      sample: (
        <>
          <path d="M-12-5H12V5H-12Z" className="fill-chart-tolerance" />
          <path d="M-12 0H12" className="stroke-chart-planned" strokeWidth="1.25" />
        </>
      ),
    },
    series.some(({ original }) => original !== '') && {
      words: originalWords,
      sample: (
        <path d="M-12 0H12" className="stroke-chart-original" strokeWidth="1.25" strokeDasharray="5 4" />
      ),
    },
    series.some(({ forecast }) => forecast !== null) && {
      words: 'Forecast, at plan and at pace',
      sample: (
        <>
          <path d="M-12 5L12-5V1Z" className="fill-chart-forecast-fan" />
          <path
            d="M-12 5L12-5M-12 5L12 1"
            className="stroke-chart-forecast"
            strokeWidth="1.5"
            strokeDasharray="1 4"
            strokeLinecap="round"
          />
        </>
      ),
    },
    series.some(({ reported }) => reported.gaps.length > 0) && {
      words: 'Not known what was turned',
      sample: <path d="M-12-6H12V6H-12Z" fill="url(#gap-hatch)" />,
    },
    series.some(({ reported }) => reported.notTurned !== '') && {
      words: 'Not turned',
      sample: (
        <>
          <path d="M-12-3H12" className="stroke-chart-reported" strokeWidth="2.25" />
          <path d="M0-1V6" className="stroke-look-solid" strokeWidth="2.5" />
        </>
      ),
    },
    series.some(({ reported }) => reported.late !== '') && {
      words: 'Reported late',
      sample: (
        <>
          <path d="M-12 3H12" className="stroke-chart-reported" strokeWidth="2.25" />
          <path d="M0 1V-5" className="stroke-info" strokeWidth="1.5" />
        </>
      ),
    },
    series.some(({ holds }) => holds.length > 0) && {
      words: 'Hold',
      sample: <path d="M-12-6H12V6H-12Z" fill="url(#hold-hatch)" />,
    },
  ];
  return found.filter((entry) => entry !== false);
}

function sharedEntries({ panels }: ExpansionChart): readonly Entry[] {
  const series = panels.flatMap((panel) => panel.series);
  return [
    ...series.map(({ index, label }) => {
      const style = seriesStyle(index);
      return {
        words: `${label}, reported`,
        sample: (
          <>
            <path d="M-12 0H12" className={style.stroke} strokeWidth="2" strokeDasharray={style.dash} />
            <path d={style.marker} className={`${style.fill} stroke-surface`} />
          </>
        ),
      };
    }),
    {
      words: 'Planned',
      sample: <path d="M-12 0H12" className="stroke-ink-muted" strokeDasharray="1 3" />,
    },
  ];
}

function pointEntries({ panels, choice }: ExpansionChart): readonly Entry[] {
  const series = panels.flatMap((panel) => panel.series);
  const points = series.flatMap(({ measured }) => measured);
  const kinds = new Set(series.flatMap(({ reported }) => reported.marks.map(({ kind }) => kind)));
  const bar = <path d="M0-6V6M-3-6H3M-3 6H3" className="stroke-chart-measured" />;
  const found: (Entry | false)[] = [
    panels.some(({ complications }) => complications.length > 0) && {
      words: 'Complication, from the day on which it began',
      sample: <ComplicationShape />,
    },
    series.some(({ anchors }) => anchors.length > 0) && {
      words: 'Measured gap made the base, from where the turns led',
      sample: (
        <g className="stroke-ink">
          <path d="M0-6V2" strokeDasharray="2 2" />
          <path d={ANCHOR_BAR} transform="translate(0 2)" strokeWidth="2" />
        </g>
      ),
    },
    points.some(({ kind }) => kind === 'device-gap') && {
      words: choice === 'together' ? 'Measured: bar for its uncertainty' : 'Measured (device gap)',
      sample: (
        <>
          {bar}
          <circle r="3.5" className="fill-chart-measured" />
        </>
      ),
    },
    points.some(({ kind }) => kind === 'bone-gap') && {
      words: 'Measured (bone gap)',
      sample: (
        <>
          {bar}
          <path
            d="M-3.5-3.5H3.5V3.5H-3.5Z"
            className="fill-surface stroke-chart-measured"
            strokeWidth="1.5"
          />
        </>
      ),
    },
    points.some((point) => point.bar === null) && {
      words: 'No bar: uncertainty not stated',
      sample: <circle r="3.5" className="fill-chart-measured" />,
    },
    ...[...kinds].map((kind: MarkKind) => ({
      words: MARK_SHAPES[kind].words,
      sample: <MarkShape kind={kind} />,
    })),
  ];
  return found.filter((entry) => entry !== false);
}
