import type { DotPlot } from '#lib/view/dot-plot.ts';

/**
 * A dot plot as plain SVG. A press on a dot opens its case; from the keyboard and for screen readers the table on
 * the same page does that, so the dots are left out of both.
 */
export function DotPlotSvg({ plot }: { plot: DotPlot }) {
  const { height, axisY, dots, ticks, middle } = plot;
  return (
    <svg width="100%" height={height} aria-hidden="true" overflow="visible" className="block text-xs">
      {middle ? (
        <>
          <rect
            x={`${middle.lower}%`}
            width={`${Math.max(0.3, middle.upper - middle.lower)}%`}
            y={0}
            height={axisY}
            className="fill-chart-tolerance"
          />
          <line
            x1={`${middle.median}%`}
            x2={`${middle.median}%`}
            y1={0}
            y2={axisY}
            strokeWidth={1.5}
            className="stroke-ink"
          />
        </>
      ) : null}
      <line x1="0" x2="100%" y1={axisY} y2={axisY} className="stroke-chart-axis" />
      {ticks.map(({ x, text }) => (
        <g key={text}>
          <line x1={`${x}%`} x2={`${x}%`} y1={axisY} y2={axisY + 4} className="stroke-chart-axis" />
          <text x={`${x}%`} y={axisY + 16} textAnchor="middle" className="fill-ink-muted">
            {text}
          </text>
        </g>
      ))}
      {dots.map(({ caseId, label, x, y }) => (
        <a key={caseId} href={`/cases/${caseId}`} tabIndex={-1}>
          <title>{label}</title>
          <circle cx={`${x}%`} cy={y} r={3.5} className="fill-chart-reported stroke-surface hover:fill-act" />
        </a>
      ))}
    </svg>
  );
}
