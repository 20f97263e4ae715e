import { type SlotStrip, STRIP_HEIGHT, type StripPaint } from '#lib/view/slot-strip.ts';

const PAINT: Record<StripPaint, string> = {
  solid: 'fill-chart-reported stroke-chart-reported',
  half: 'fill-surface stroke-chart-reported',
  open: 'fill-surface stroke-ink',
  hatched: 'fill-hatch stroke-line-strong',
  crossed: 'fill-surface stroke-act-solid',
  dotted: 'fill-surface stroke-line-strong [stroke-dasharray:1.5_1.5]',
  none: 'fill-none stroke-line',
  'half-over': 'fill-chart-reported',
  'cross-over': 'fill-none stroke-[1.5] stroke-act-solid',
  'extra-over': 'stroke-2 stroke-look-solid',
};

/** The last seven days as one cell a slot: fill and outline tell the statuses apart. */
export function SlotStripView({ strip }: { strip: SlotStrip | null }) {
  if (strip === null) return <span className="text-ink-muted">–</span>;
  const { words, width, paths } = strip;
  return (
    <svg
      role="img"
      width={width}
      height={STRIP_HEIGHT}
      viewBox={`-0.5 0 ${width} ${STRIP_HEIGHT}`}
      className="max-w-full"
    >
      <title>{`Last seven days: ${words}`}</title>
      {paths.map(({ paint, d }) => (
        <path key={paint} d={d} className={PAINT[paint]} />
      ))}
    </svg>
  );
}
