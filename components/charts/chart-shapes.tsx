import type { MarkKind } from '#lib/view/chart/chart-reported.ts';

/** Outlines around (0, 0): they differ in shape, so that a black-and-white print tells them apart. */
export const MARK_SHAPES: Record<MarkKind, { d: string; className: string; words: string }> = {
  corrected: {
    d: 'M0-5L5 0L0 5L-5 0Z',
    className: 'fill-surface stroke-ink',
    words: 'Corrected',
  },
  backwards: { d: 'M0 5L5-4H-5Z', className: 'fill-act-solid stroke-surface', words: 'Wrong way' },
  extra: { d: 'M-5 0H5M0-5V5', className: 'fill-none stroke-look', words: 'Extra turn' },
  'not-engaged': { d: 'M-4-4L4 4M-4 4L4-4', className: 'fill-none stroke-act', words: 'Could not engage' },
  'not-sure': { d: '', className: '', words: 'Not sure what was turned' },
};

/** The shape of a mark, around (0, 0) of the drawing it stands in. */
export function MarkShape({ kind }: { kind: MarkKind }) {
  if (kind === 'not-sure') {
    return (
      <text
        y="4"
        textAnchor="middle"
        className="fill-ink stroke-surface font-bold"
        strokeWidth="3"
        paintOrder="stroke"
      >
        ?
      </text>
    );
  }
  const { d, className } = MARK_SHAPES[kind];
  return <path d={d} className={className} strokeWidth="1.5" />;
}

/** The level of a measured gap that became the base of its device. */
export const ANCHOR_BAR = 'M-10-3V3M-10 0H10M10-3V3';

/** Where a complication began. */
export function ComplicationShape() {
  return <path d="M-5-3L0-6L5-3V3L0 6L-5 3Z" className="fill-act-solid stroke-surface" strokeWidth="1.5" />;
}

/** Patterns that the chart and its legend share. */
export function ChartPatterns() {
  return (
    <defs>
      <pattern
        id="gap-hatch"
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <path d="M0 0V6" className="stroke-hatch" strokeWidth="1.5" />
      </pattern>
      <pattern id="hold-hatch" width="4" height="4" patternUnits="userSpaceOnUse">
        <rect width="4" height="4" className="fill-phase-hold" />
        <path d="M0 3.5H4" className="stroke-hatch" strokeWidth="0.5" />
      </pattern>
    </defs>
  );
}
