import type { RecentSlot } from '#lib/domain/assessment.ts';
import type { SlotStatus } from '#lib/domain/timeline/slot-entry.ts';
import { type CellFill, slotSign } from './slot-sign.ts';

/** How a path is painted: the cells of a fill, or what is drawn over the cells of some statuses. */
export type StripPaint = CellFill | 'half-over' | 'cross-over' | 'extra-over';

/** The last slots of a case as finished paths, one a paint: a list of cases has thousands of slots. */
export type SlotStrip = {
  /** `9 done, 3 not reported`. */
  words: string;
  width: number;
  paths: readonly { paint: StripPaint; d: string }[];
};

export const STRIP_HEIGHT = 16;

const CELL = 7;
const GAP = 1;
const DAY_GAP = 4;
const TOP = 3.5;
const SIDE = STRIP_HEIGHT - 2 * TOP;

const CELL_PATH = `v${SIDE}h${CELL}v-${SIDE}z`;
const HALF_PATH = `v${SIDE / 2}h${CELL}v-${SIDE / 2}z`;
const CROSS_PATH = `l${CELL - 2} ${SIDE - 2}m0 ${2 - SIDE}l${2 - CELL} ${SIDE - 2}`;

/** Most worrying first: which status a slot shows when its devices differ. */
const WORST_FIRST: readonly SlotStatus[] = [
  'wrong-way',
  'could-not-engage',
  'extra',
  'unreported',
  'not-sure',
  'skipped',
  'partial',
  'open',
  'done',
  'future',
  'quiet',
];

/** The strip of these slots, days apart from each other; null when there are none. */
export function slotStrip(slots: readonly RecentSlot[]): SlotStrip | null {
  if (slots.length === 0) return null;
  const paths = new Map<StripPaint, string>();
  const over = new Map<StripPaint, string>();
  const counts = new Map<string, number>();
  const draw = (on: Map<StripPaint, string>, paint: StripPaint, d: string) =>
    on.set(paint, (on.get(paint) ?? '') + d);
  let x = -GAP;
  for (const [index, { day, statuses }] of slots.entries()) {
    x += index > 0 && slots[index - 1]?.day !== day ? DAY_GAP : GAP;
    const status = WORST_FIRST.find((one) => statuses.includes(one)) ?? 'quiet';
    const { fill, word } = slotSign(status);
    draw(paths, fill, `M${x} ${TOP}${CELL_PATH}`);
    if (fill === 'half') draw(over, 'half-over', `M${x} ${TOP + SIDE / 2}${HALF_PATH}`);
    if (fill === 'crossed') draw(over, 'cross-over', `M${x + 1} ${TOP + 1}${CROSS_PATH}`);
    if (status === 'extra') draw(over, 'extra-over', `M${x + 0.5} 1.5h${CELL - 1}`);
    counts.set(word, (counts.get(word) ?? 0) + 1);
    x += CELL;
  }
  return {
    words: [...counts].map(([word, count]) => `${count} ${word}`).join(', '),
    width: x + 1,
    paths: [...paths, ...over].map(([paint, d]) => ({ paint, d })),
  };
}
