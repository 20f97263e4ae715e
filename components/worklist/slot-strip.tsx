import { slotSign } from '#lib/view/slot-sign.ts';
import type { WorklistSlot } from '#lib/view/worklist-row.ts';

const CELL = 7;
const GAP = 1;
const DAY_GAP = 4;
const HEIGHT = 16;

const PAINT = {
  solid: 'fill-chart-reported stroke-chart-reported',
  half: 'fill-surface stroke-chart-reported',
  open: 'fill-surface stroke-ink',
  hatched: 'fill-hatch stroke-line-strong',
  crossed: 'fill-surface stroke-act-solid',
  dotted: 'fill-surface stroke-line-strong [stroke-dasharray:1.5_1.5]',
  none: 'fill-none stroke-line',
} as const;

/** The last seven days as one cell a slot: fill and outline tell the statuses apart, days stand apart from each other. */
export function SlotStrip({ slots }: { slots: readonly WorklistSlot[] }) {
  if (slots.length === 0) return <span className="text-ink-muted">–</span>;
  let x = -GAP;
  const cells = slots.map((slot, index) => {
    x += index > 0 && slot.isFirstOfDay ? DAY_GAP : GAP;
    const cell = { ...slot, x };
    x += CELL;
    return cell;
  });
  const words = `Last seven days: ${summary(slots)}`;
  return (
    <svg
      role="img"
      aria-label={words}
      width={x + 1}
      height={HEIGHT}
      viewBox={`-0.5 0 ${x + 1} ${HEIGHT}`}
      className="max-w-full"
    >
      <title>{words}</title>
      {cells.map((cell) => (
        <SlotCell key={cell.key} cell={cell} />
      ))}
    </svg>
  );
}

function SlotCell({ cell }: { cell: WorklistSlot & { x: number } }) {
  const { fill } = slotSign(cell.status);
  const top = 3.5;
  const side = HEIGHT - 7;
  const isExtra = cell.status === 'extra';
  return (
    <g>
      <title>{cell.words}</title>
      <rect x={cell.x} y={top} width={CELL} height={side} rx="1" className={PAINT[fill]} />
      {fill === 'half' ? (
        <rect x={cell.x} y={top + side / 2} width={CELL} height={side / 2} className="fill-chart-reported" />
      ) : null}
      {fill === 'crossed' ? (
        <path
          d={`M${cell.x + 1} ${top + 1}l${CELL - 2} ${side - 2}m0 ${2 - side}l${2 - CELL} ${side - 2}`}
          className="fill-none stroke-[1.5] stroke-act-solid"
        />
      ) : null}
      {isExtra ? (
        <path d={`M${cell.x + 0.5} 1.5h${CELL - 1}`} className="stroke-2 stroke-look-solid" />
      ) : null}
    </g>
  );
}

/** `9 done, 3 not reported`. */
function summary(slots: readonly WorklistSlot[]): string {
  const counts = new Map<string, number>();
  for (const { status } of slots)
    counts.set(slotSign(status).word, (counts.get(slotSign(status).word) ?? 0) + 1);
  return [...counts].map(([word, count]) => `${count} ${word}`).join(', ');
}
