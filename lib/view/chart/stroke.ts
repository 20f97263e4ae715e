/**
 * The straight pieces of a drawn line, four numbers each: from x and y to x and y, x in per cent of the width, y in
 * pixels. They go from left to right, as time does, so that the few beside a word are found among hundreds by halving.
 */
export type Pieces = Float64Array;

/** A drawn line that words should not cross, and how much it would matter. */
export type Stroke = { weight: number; pieces: Pieces };

/** Pixels. */
export type Box = { left: number; right: number; top: number; bottom: number };

/** The weight of what the box crosses on a drawing of this width in pixels, counted no further than past `most`. */
export function crossedWeight(box: Box, strokes: readonly Stroke[], width: number, most: number): number {
  const left = (box.left / width) * 100;
  const right = (box.right / width) * 100;
  let sum = 0;
  for (const { weight, pieces } of strokes) {
    if (crossesAny(pieces, left, right, box, width)) sum += weight;
    if (sum > most) break;
  }
  return sum;
}

/** `left` and `right`: the sides of the box in per cent of the width. */
function crossesAny(pieces: Pieces, left: number, right: number, box: Box, width: number): boolean {
  const { top, bottom } = box;
  for (let at = firstEndingAt(left, pieces); at < pieces.length; at += 4) {
    const x1 = pieces[at] ?? 0;
    const y1 = pieces[at + 1] ?? 0;
    const x2 = pieces[at + 2] ?? 0;
    const y2 = pieces[at + 3] ?? 0;
    if (x1 > right) return false;
    if ((y1 < top && y2 < top) || (y1 > bottom && y2 > bottom)) continue;
    // Nearly all are level or upright: their extent decides.
    if (x1 === x2 || y1 === y2) return true;
    const fromX = (x1 / 100) * width;
    if (crossesAslant(fromX, y1, (x2 / 100) * width - fromX, y2 - y1, box)) return true;
  }
  return false;
}

/** Where the first piece begins that does not end left of `x`. */
function firstEndingAt(x: number, pieces: Pieces): number {
  let low = 0;
  let high = pieces.length / 4;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[4 * middle + 2] ?? x) < x) low = middle + 1;
    else high = middle;
  }
  return 4 * low;
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
