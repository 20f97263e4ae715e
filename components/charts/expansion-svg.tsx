import type { ReactNode } from 'react';
import type { PhaseBand } from '#lib/view/chart/chart-bands.ts';
import { LANES } from '#lib/view/chart/chart-layout.ts';
import { DRAWING_WIDTH } from '#lib/view/chart/chart-scale.ts';
import type { ExpansionChart } from '#lib/view/expansion-chart.ts';
import { ChartPatterns } from './chart-shapes.tsx';
import { ChartWords } from './chart-words.tsx';
import { PanelBands, PanelLevels, PanelLines, PanelPoints } from './expansion-panel.tsx';

const PHASE_FILL: Record<PhaseBand['phase'], string> = {
  latency: 'fill-phase-latency',
  activation: 'fill-phase-activation',
  consolidation: 'fill-phase-consolidation',
  'follow-up': 'fill-phase-removal',
};

/**
 * The expansion chart as plain SVG: there before any script, as wide as the page, and fit for paper. Lines are
 * stretched to the width; text, marks and hatching are placed in per cent and keep their shape.
 */
export function ExpansionSvg({ chart, title }: { chart: ExpansionChart; title: string }) {
  const bottom = chart.panels.at(-1)?.scale.bottom ?? 0;
  return (
    <svg
      width="100%"
      height={chart.height}
      overflow="visible"
      role="img"
      aria-label={title}
      className="block text-xs"
    >
      <ChartPatterns />
      <PhaseBands chart={chart} bottom={bottom} />
      {chart.panels.map((panel) => (
        <PanelBands key={panel.heading} panel={panel} />
      ))}
      <Stretched height={chart.height}>
        {chart.panels.map((panel) => (
          <PanelLines key={panel.heading} panel={panel} />
        ))}
      </Stretched>
      {chart.panels.map((panel) => (
        <PanelLevels key={panel.heading} panel={panel} />
      ))}
      <VersionLines chart={chart} />
      <Today chart={chart} />
      {chart.panels.map((panel) => (
        <PanelPoints key={panel.heading} panel={panel} />
      ))}
      <ChartWords words={chart.words} />
      <TimeAxis chart={chart} bottom={bottom} />
    </svg>
  );
}

function Stretched({ height, children }: { height: number; children: ReactNode }) {
  return (
    <svg
      width="100%"
      height={height}
      viewBox={`0 0 ${DRAWING_WIDTH} ${height}`}
      preserveAspectRatio="none"
      overflow="visible"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

const ROOM_CLASS: Record<PhaseBand['room'], string> = { all: '', wide: 'max-sm:hidden', none: 'hidden' };

function PhaseBands({ chart, bottom }: { chart: ExpansionChart; bottom: number }) {
  return chart.phases.map(({ phase, x, width, word, room }) => (
    <g key={phase}>
      <rect x={`${x}%`} y="0" width={`${width}%`} height={bottom} className={PHASE_FILL[phase]} />
      <line x1={`${x}%`} x2={`${x}%`} y1="0" y2={LANES.phase + 4} className="stroke-line" />
      <Upright x={x} panels={chart.panels} from={LANES.marks - 9} className="stroke-line" />
      <text x={`${x}%`} dx="5" y={LANES.phase} className={`fill-ink-muted ${ROOM_CLASS[room]}`}>
        {word}
      </text>
    </g>
  ));
}

function VersionLines({ chart: { versions, panels } }: { chart: ExpansionChart }) {
  return versions.map(({ x, label }) => (
    <Upright
      key={label}
      x={x}
      panels={panels}
      from={LANES.marks - 9}
      className="stroke-ink-muted"
      dash="1 3"
    />
  ));
}

function Today({ chart: { todayX, panels } }: { chart: ExpansionChart }) {
  if (todayX === null) return null;
  return <Upright x={todayX} panels={panels} from={LANES.marks + 3} className="stroke-chart-today" />;
}

type UprightProps = {
  x: number;
  panels: ExpansionChart['panels'];
  /** Where it begins above the first panel. */
  from: number;
  className: string;
  dash?: string;
};

/** A line down through every panel, which leaves out what is written between them. */
function Upright({ x, panels, from, className, dash }: UprightProps) {
  return panels.map(({ heading, scale: { top, bottom } }, index) => (
    <line
      key={heading}
      x1={`${x}%`}
      x2={`${x}%`}
      y1={index === 0 ? from : top}
      y2={bottom}
      className={className}
      strokeDasharray={dash}
    />
  ));
}

function TimeAxis({ chart, bottom }: { chart: ExpansionChart; bottom: number }) {
  return (
    <g>
      <line x1="0" x2="100%" y1={bottom} y2={bottom} className="stroke-chart-axis" />
      {chart.ticks.map(({ x, date, dayNumber, wide }) => (
        <g key={date} className={wide ? 'max-sm:hidden' : undefined}>
          <line x1={`${x}%`} x2={`${x}%`} y1={bottom} y2={bottom + 5} className="stroke-chart-axis" />
          <text
            x={`${x}%`}
            y={bottom + 18}
            textAnchor={x < 4 ? 'start' : 'middle'}
            className="fill-ink-muted"
          >
            {date}
          </text>
          <text
            x={`${x}%`}
            y={bottom + 32}
            textAnchor={x < 4 ? 'start' : 'middle'}
            className="fill-ink-muted"
          >
            {dayNumber}
          </text>
        </g>
      ))}
    </g>
  );
}
