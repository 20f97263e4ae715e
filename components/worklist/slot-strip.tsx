import { type CellFill, slotSign } from '#lib/view/slot-sign.ts';
import type { WorklistSlot } from '#lib/view/worklist-row.ts';

const CELL = 7;
const GAP = 1;
const DAY_GAP = 4;
const HEIGHT = 16;
const TOP = 3.5;
const SIDE = HEIGHT - 7;

const PAINT: Record<CellFill, string> = {
  solid: 'fill-chart-reported stroke-chart-reported',
  half: 'fill-surface stroke-chart-reported',
  open: 'fill-surface stroke-ink',
  hatched: 'fill-hatch stroke-line-strong',
  crossed: 'fill-surface stroke-act-solid',
  dotted: 'fill-surface stroke-line-strong [stroke-dasharray:1.5_1.5]',
  none: 'fill-none stroke-line',
};

const CELL_PATH = `v${SIDE}h${CELL}v-${SIDE}z`;
const HALF_PATH = `v${SIDE / 2}h${CELL}v-${SIDE / 2}z`;
const CROSS_PATH = `l${CELL - 2} ${SIDE - 2}m0 ${2 - SIDE}l${2 - CELL} ${SIDE - 2}`;

/**
 * The last seven days as one cell a slot: fill and outline tell the statuses apart, days stand apart from each
 * other. One path a status, because a list of cases has thousands of cells.
 */
export function SlotStrip({ slots }: { slots: readonly WorklistSlot[] }) {
  if (slots.length === 0) return <span className="text-ink-muted">–</span>;
  const { fills, extras, width } = layOut(slots);
  const half = pathOf(fills.get('half'), TOP + SIDE / 2, HALF_PATH);
  const crossed = pathOf(fills.get('crossed'), TOP + 1, CROSS_PATH, 1);
  const extra = pathOf(extras, 1.5, `h${CELL - 1}`, 0.5);
  return (
    <svg
      role="img"
      width={width}
      height={HEIGHT}
      viewBox={`-0.5 0 ${width} ${HEIGHT}`}
      className="max-w-full"
    >
      <title>{`Last seven days: ${summary(slots)}`}</title>
      {[...fills].map(([fill, xs]) => (
        <path key={fill} d={pathOf(xs, TOP, CELL_PATH)} className={PAINT[fill]} />
      ))}
      {half && <path d={half} className="fill-chart-reported" />}
      {crossed && <path d={crossed} className="fill-none stroke-[1.5] stroke-act-solid" />}
      {extra && <path d={extra} className="stroke-2 stroke-look-solid" />}
    </svg>
  );
}

/** Where the cells of each fill stand, and those of the extra turns. */
function layOut(slots: readonly WorklistSlot[]) {
  const fills = new Map<CellFill, number[]>();
  const extras: number[] = [];
  let x = -GAP;
  for (const [index, { status, isFirstOfDay }] of slots.entries()) {
    x += index > 0 && isFirstOfDay ? DAY_GAP : GAP;
    const { fill } = slotSign(status);
    const xs = fills.get(fill);
    if (xs) xs.push(x);
    else fills.set(fill, [x]);
    if (status === 'extra') extras.push(x);
    x += CELL;
  }
  return { fills, extras, width: x + 1 };
}

const pathOf = (xs: readonly number[] | undefined, y: number, shape: string, dx = 0) =>
  xs?.map((x) => `M${x + dx} ${y}${shape}`).join('') ?? '';

/** `9 done, 3 not reported`. */
function summary(slots: readonly WorklistSlot[]): string {
  const counts = new Map<string, number>();
  for (const { status } of slots) {
    const { word } = slotSign(status);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].map(([word, count]) => `${count} ${word}`).join(', ');
}
