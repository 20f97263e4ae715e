/** A share with its interval on a line from 0 to 100 %; the cells beside it say the same. */
export function ShareSvg({ at, low, high }: { at: number; low: number; high: number }) {
  return (
    <svg width="100%" height={16} aria-hidden="true" overflow="visible" className="block min-w-32">
      <line x1="0" x2="100%" y1={8} y2={8} className="stroke-chart-grid" />
      <line x1={`${low}%`} x2={`${high}%`} y1={8} y2={8} strokeWidth={2} className="stroke-chart-axis" />
      <circle cx={`${at}%`} cy={8} r={4} className="fill-chart-reported" />
    </svg>
  );
}
