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

/** A straight piece of a drawn line: x in per cent of the width, y in pixels; `x1 <= x2`. */
type Piece = { x1: number; y1: number; x2: number; y2: number };

/**
 * A drawn line that words should not cross, and how much it would matter. Its pieces go from left to right, as time
 * does, so that the few beside a word are found among hundreds by halving.
 */
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
    if (crossesAny(pieces, box, width)) sum += weight;
    if (sum > most) break;
  }
  return sum;
}

function crossesAny(pieces: readonly Piece[], box: Box, width: number): boolean {
  const left = (box.left / width) * 100;
  const right = (box.right / width) * 100;
  for (let index = firstEndingAt(left, pieces); index < pieces.length; index++) {
    const piece = pieces[index];
    if (!piece || piece.x1 > right) return false;
    if (crosses(piece, box, width)) return true;
  }
  return false;
}

/** Place of the first piece that does not end left of `x`. */
function firstEndingAt(x: number, pieces: readonly Piece[]): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.x2 ?? x) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a piece that is beside the box enters it. Nearly all are level or upright: their extent decides. */
function crosses({ x1, y1, x2, y2 }: Piece, box: Box, width: number): boolean {
  if (Math.max(y1, y2) < box.top || Math.min(y1, y2) > box.bottom) return false;
  if (x1 === x2 || y1 === y2) return true;
  const fromX = (x1 / 100) * width;
  return crossesAslant(fromX, y1, (x2 / 100) * width - fromX, y2 - y1, box);
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

const [DOT, MINUS, ZERO, NINE] = [46, 45, 48, 57];

/**
 * The straight pieces of a path of `M`, `L`, `h` and `v` that goes from left to right, whose x run to 1000 and whose
 * numbers have at most one decimal. Read sign by sign: a pattern takes longer than the placing of all words.
 */
export function pathPieces(path: string): readonly Piece[] {
  const pieces: Piece[] = [];
  // Tenths, so that many steps add up to where the line is.
  let [x, y, at] = [0, 0, 0];
  const tenths = (): number => {
    let [digits, decimals, sign] = [0, 0, 1];
    for (; at < path.length; at++) {
      const code = path.charCodeAt(at);
      if (code >= ZERO && code <= NINE) {
        digits = digits * 10 + code - ZERO;
        if (decimals > 0) decimals += 1;
      } else if (code === DOT) decimals = 1;
      else if (code === MINUS) sign = -1;
      else break;
    }
    return sign * digits * (decimals > 1 ? 1 : 10);
  };
  while (at < path.length) {
    const command = path[at++];
    const x2 = command === 'v' ? x : tenths() + (command === 'h' ? x : 0);
    if (path[at] === ' ') at += 1;
    const y2 = command === 'h' ? y : tenths() + (command === 'v' ? y : 0);
    if (command !== 'M') pieces.push({ x1: x / 100, y1: y / 10, x2: x2 / 100, y2: y2 / 10 });
    x = x2;
    y = y2;
  }
  return pieces;
}
