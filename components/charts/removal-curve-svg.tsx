import type { RemovalCurve } from '#lib/view/removal-curve.ts';

const HEIGHT = 180;
const SHARES = [0, 25, 50, 75, 100];

/** The share of devices still in place over the days, as plain SVG; the table beside it says the same. */
export function RemovalCurveSvg({ curve }: { curve: RemovalCurve }) {
  return (
    <svg width="100%" height={HEIGHT + 24} aria-hidden="true" overflow="visible" className="block text-xs">
      {SHARES.map((share) => {
        const y = HEIGHT - (share / 100) * HEIGHT;
        return (
          <g key={share}>
            <line x1="0" x2="100%" y1={y} y2={y} className="stroke-chart-grid" />
            <text x="0" y={y - 3} className="fill-ink-muted">
              {share} %
            </text>
          </g>
        );
      })}
      <svg width="100%" height={HEIGHT} viewBox="0 0 1000 100" preserveAspectRatio="none" aria-hidden="true">
        <path
          d={curve.path}
          fill="none"
          strokeWidth={2}
          vectorEffect="non-scaling-stroke"
          className="stroke-chart-reported"
        />
      </svg>
      {curve.ticks.map(({ x, text }) => (
        <text
          key={text}
          x={`${x}%`}
          y={HEIGHT + 16}
          textAnchor={x === 0 ? 'start' : x === 100 ? 'end' : 'middle'}
          className="fill-ink-muted"
        >
          {text}
        </text>
      ))}
    </svg>
  );
}
