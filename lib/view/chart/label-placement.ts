import { type Box, crossedWeight, type Stroke } from './stroke.ts';

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
  /** Whether they have room on a drawing of this width in pixels; left out: on any. */
  fits?: (width: number) => boolean;
};

export type PlacedLabel<Tone> = Pick<Label<Tone>, 'key' | 'words' | 'tone'> & Spot;

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
    if (label.fits && !label.fits(width)) continue;
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
