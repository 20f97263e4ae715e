import type { ReactNode } from 'react';
import type { PhaseBand } from '#lib/view/chart/chart-bands.ts';
import { DRAWING_WIDTH } from '#lib/view/chart/chart-scale.ts';
import { type ExpansionChart, LANES } from '#lib/view/expansion-chart.ts';
import { ChartPatterns } from './chart-shapes.tsx';
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
      <PhaseBands phases={chart.phases} bottom={bottom} />
      {chart.panels.map((panel) => (
        <PanelBands key={panel.heading} panel={panel} />
      ))}
      <Stretched height={chart.height}>
        {chart.panels.map((panel) => (
          <PanelLines key={panel.heading} panel={panel} />
        ))}
      </Stretched>
      <VersionLines chart={chart} bottom={bottom} />
      <Today x={chart.todayX} bottom={bottom} />
      {chart.panels.map((panel) => (
        <PanelPoints key={panel.heading} panel={panel} />
      ))}
      {chart.panels.map((panel) => (
        <PanelLevels key={panel.heading} panel={panel} />
      ))}
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

function PhaseBands({ phases, bottom }: { phases: ExpansionChart['phases']; bottom: number }) {
  return phases.map(({ phase, x, width, word, room }) => (
    <g key={phase}>
      <rect x={`${x}%`} y="0" width={`${width}%`} height={bottom} className={PHASE_FILL[phase]} />
      <line x1={`${x}%`} x2={`${x}%`} y1="0" y2={bottom} className="stroke-line" />
      <text x={`${x}%`} dx="5" y={LANES.phase} className={`fill-ink-muted ${ROOM_CLASS[room]}`}>
        {word}
      </text>
    </g>
  ));
}

function VersionLines({ chart, bottom }: { chart: ExpansionChart; bottom: number }) {
  return chart.versions.map(({ x, label }) => (
    <g key={label}>
      <line
        x1={`${x}%`}
        x2={`${x}%`}
        y1={LANES.marks - 9}
        y2={bottom}
        className="stroke-ink-muted"
        strokeDasharray="1 3"
      />
      <text x={`${x}%`} dx="4" y={LANES.marks} className="fill-ink font-medium">
        {label}
      </text>
    </g>
  ));
}

function Today({ x, bottom }: { x: number | null; bottom: number }) {
  if (x === null) return null;
  return (
    <g>
      <line
        x1={`${x}%`}
        x2={`${x}%`}
        y1={LANES.top - 4}
        y2={bottom + 5}
        className="stroke-chart-today"
        strokeWidth="1.25"
      />
      <text
        x={`${x}%`}
        y={LANES.marks}
        textAnchor={x > 92 ? 'end' : 'middle'}
        className="fill-ink font-medium"
      >
        Today
      </text>
    </g>
  );
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
