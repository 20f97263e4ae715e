/** One place where words may stand: `x` in per cent of the width, moved by `dx` pixels; `y` is the baseline. */
export type Spot = { x: number; dx: number; y: number; anchor: 'start' | 'middle' | 'end' };

/** Words of 12 px that want a place: one of `spots`, the first for choice, within `top` and `bottom`. */
export type Label<Tone> = {
  key: string;
  words: string;
  tone: Tone;
  spots: readonly Spot[];
  top: number;
  bottom: number;
  /** The greatest weight of crossed strokes at which the words are still worth drawing. */
  bearable: number;
};

export type PlacedLabel<Tone> = Pick<Label<Tone>, 'key' | 'words' | 'tone'> & Spot;

/** A straight piece of a drawn line: x in per cent of the width, y in pixels. */
type Piece = { x1: number; y1: number; x2: number; y2: number };

/** A drawn line that words should not cross, and how much it would matter. */
export type Stroke = { weight: number; pieces: readonly Piece[] };

/** Pixels. */
type Box = { left: number; right: number; top: number; bottom: number };

const LETTER = 6.2;
const ASCENT = 9;
const DESCENT = 3;
const BETWEEN = 4;

/** Width of words of 12 px, in pixels, rather too much than too little. */
export function wordsWidth(words: string): number {
  return words.length * LETTER;
}

/**
 * Gives each label, in this order, the spot that crosses least, so that no two overlap on a drawing of this width
 * in pixels. What finds no place is left out. Places that are apart at this width are apart at every greater one.
 */
export function placeLabels<Tone>(
  labels: readonly Label<Tone>[],
  strokes: readonly Stroke[],
  width: number,
): readonly PlacedLabel<Tone>[] {
  const taken: Box[] = [];
  const placed: PlacedLabel<Tone>[] = [];
  for (const label of labels) {
    const best = bestSpot(label, strokes, taken, width);
    if (best === null) continue;
    const { key, words, tone } = label;
    taken.push(boxOf(words, best, width));
    placed.push({ key, words, tone, ...best });
  }
  return placed;
}

function bestSpot<Tone>(
  { words, spots, top, bottom, bearable }: Label<Tone>,
  strokes: readonly Stroke[],
  taken: readonly Box[],
  width: number,
): Spot | null {
  let best: Spot | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const spot of spots) {
    const box = boxOf(words, spot, width);
    const isInside = box.left >= 0 && box.right <= width && box.top >= top && box.bottom <= bottom;
    if (!isInside || taken.some((other) => overlap(box, other))) continue;
    const crossed = crossedWeight(box, strokes, width, Math.min(bearable, least));
    if (crossed <= bearable && crossed < least) {
      best = spot;
      least = crossed;
    }
    if (least === 0) break;
  }
  return best;
}

function boxOf(words: string, { x, dx, y, anchor }: Spot, width: number): Box {
  const at = (x / 100) * width + dx;
  const long = wordsWidth(words);
  const left = anchor === 'start' ? at : anchor === 'end' ? at - long : at - long / 2;
  return { left, right: left + long, top: y - ASCENT, bottom: y + DESCENT };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right + BETWEEN && b.left < a.right + BETWEEN && a.top < b.bottom && b.top < a.bottom;
}

/** The weight of what the box crosses, counted no further than past `most`. */
function crossedWeight(box: Box, strokes: readonly Stroke[], width: number, most: number): number {
  let sum = 0;
  for (const { weight, pieces } of strokes) {
    if (pieces.some((piece) => crosses(piece, box, width))) sum += weight;
    if (sum > most) break;
  }
  return sum;
}

/**
 * Whether a straight piece enters a box. Nearly all of the hundreds of pieces are level or upright, and far away:
 * their extent decides.
 */
function crosses({ x1, y1, x2, y2 }: Piece, box: Box, width: number): boolean {
  if (Math.max(y1, y2) < box.top || Math.min(y1, y2) > box.bottom) return false;
  const fromX = (x1 / 100) * width;
  const toX = (x2 / 100) * width;
  if (Math.max(fromX, toX) < box.left || Math.min(fromX, toX) > box.right) return false;
  return x1 === x2 || y1 === y2 || crossesAslant(fromX, y1, toX - fromX, y2 - y1, box);
}

/** What is left of a slanting piece after each side of the box has cut it. */
function crossesAslant(x: number, y: number, dx: number, dy: number, box: Box): boolean {
  let start = 0;
  let end = 1;
  for (const [step, room] of [
    [-dx, x - box.left],
    [dx, box.right - x],
    [-dy, y - box.top],
    [dy, box.bottom - y],
  ] as const) {
    if (step < 0) start = Math.max(start, room / step);
    else end = Math.min(end, room / step);
  }
  return start <= end;
}

const COMMAND = /([MLHV])(-?[\d.]+)(?: (-?[\d.]+))?/g;

/** The straight pieces of a path of `M`, `L`, `H` and `V`, whose x run to 1000. */
export function pathPieces(path: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let x = 0;
  let y = 0;
  for (const [, command, first, second] of path.matchAll(COMMAND)) {
    const x2 = command === 'V' ? x : Number(first) / 10;
    const y2 = command === 'V' ? Number(first) : command === 'H' ? y : Number(second);
    if (command !== 'M') pieces.push({ x1: x, y1: y, x2, y2 });
    x = x2;
    y = y2;
  }
  return pieces;
}
