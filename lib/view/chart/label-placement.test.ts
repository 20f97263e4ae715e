import { describe, expect, it } from 'vitest';
import { type Label, placeLabels, type Spot } from './label-placement.ts';
import type { Stroke } from './stroke.ts';

const WIDTH = 400;
const spot = (x: number, y: number, anchor: Spot['anchor'] = 'start'): Spot => ({ x, dx: 0, y, anchor });
const label = (key: string, spots: readonly Spot[], bearable = 99): Label<null> => ({
  key,
  words: 'Target 30.0 mm',
  tone: null,
  spots,
  top: 0,
  bottom: 200,
  bearable,
});
const place = (labels: readonly Label<null>[], strokes: readonly Stroke[] = [], width = WIDTH) =>
  placeLabels(labels, strokes, width).map(({ key, x, y }) => [key, x, y]);
const upright = (x: number, weight = 1): Stroke => ({
  weight,
  pieces: Float64Array.of(x, 0, x, 200),
});

describe('the placement of labels', () => {
  it('takes the first spot when nothing is in the way', () => {
    expect(place([label('a', [spot(0, 50), spot(0, 80)])])).toEqual([['a', 0, 50]]);
  });

  it('never lays one label over another, and leaves out what has no place', () => {
    const taken = label('a', [spot(0, 50)]);
    expect(place([taken, label('b', [spot(5, 55), spot(5, 70)])])).toEqual([
      ['a', 0, 50],
      ['b', 5, 70],
    ]);
    expect(place([taken, label('b', [spot(5, 55)])])).toEqual([['a', 0, 50]]);
  });

  it('stays within the width and between top and bottom', () => {
    const outside = [spot(90, 50), spot(5, 50, 'end'), spot(0, 5), spot(0, 199)];
    expect(place([label('a', outside)])).toEqual([]);
    expect(place([label('a', [...outside, spot(100, 50, 'end')])])).toEqual([['a', 100, 50]]);
  });

  it('crosses what matters least, and nothing that is beyond bearing', () => {
    const strokes = [upright(10, 3), upright(60, 2)];
    expect(place([label('a', [spot(5, 50), spot(55, 50)])], strokes)).toEqual([['a', 55, 50]]);
    expect(place([label('a', [spot(5, 50), spot(55, 50)], 1)], strokes)).toEqual([]);
  });

  it('sees a slanting line that passes through, not one that passes by', () => {
    const slanting = (from: number, to: number) => [{ weight: 1, pieces: Float64Array.of(0, from, 100, to) }];
    const spots = [spot(0, 50), spot(0, 150)];
    expect(place([label('a', spots)], slanting(0, 400))).toEqual([['a', 0, 150]]);
    expect(place([label('a', spots)], slanting(70, 170))).toEqual([['a', 0, 50]]);
  });

  it('keeps apart at every greater width what is apart at one', () => {
    const spots = [spot(30, 50), spot(50, 50), spot(70, 50), spot(30, 70)];
    const placed = placeLabels([label('a', spots), label('b', spots)], [], WIDTH);
    for (const width of [400, 700, 1100, 2000]) {
      const fixed = placed.map(({ key, x, y }) => label(key, [spot(x, y)]));
      expect(place(fixed, [], width)).toHaveLength(2);
    }
  });
});
