import type { VersionMark } from './chart-bands.ts';
import type { DrawnPanel, LevelLine, Panel, Series } from './chart-panel.ts';
import { panelStrokes, uprightStrokes } from './chart-strokes.ts';
import { type Label, type PlacedLabel, placeLabels, type Spot, wordsWidth } from './label-placement.ts';

/** What a label is about, which gives it its colour; a number is a device of the case. */
export type LabelTone = 'level' | 'forecast' | 'hold' | 'version' | 'today' | 'standing' | number;
export type ChartLabel = PlacedLabel<LabelTone>;

/** The words on the drawing, placed for telephones, for tablets and paper, and for desks. */
export type ChartLabels = Record<'narrow' | 'wide' | 'widest', readonly ChartLabel[]>;

/** What the words stand on: the panels, and the marks in their lane above the first of them. */
type LabelGround = {
  drawn: readonly DrawnPanel[];
  versions: readonly VersionMark[];
  todayX: number | null;
  /** Baseline of the lane of marks. */
  lane: number;
};

/** The narrowest drawing of each kind, in pixels: on a page of 360, of 640 or 1024, and of 1280. */
const WIDTHS = { narrow: 276, wide: 556, widest: 812 };

export function chartLabels(ground: LabelGround): ChartLabels {
  const { drawn, versions, todayX, lane } = ground;
  const uprights = uprightStrokes(versions, todayX, lane, drawn.at(-1)?.panel.scale.bottom ?? 0);
  const grounds = [
    { labels: laneLabels(ground), strokes: uprights },
    ...drawn.map((one) => ({
      labels: panelLabels(one.panel),
      strokes: [...uprights, ...panelStrokes(one)],
    })),
  ];
  const at = (width: number) => grounds.flatMap(({ labels, strokes }) => placeLabels(labels, strokes, width));
  return { narrow: at(WIDTHS.narrow), wide: at(WIDTHS.wide), widest: at(WIDTHS.widest) };
}

function laneLabels({ versions, todayX, lane }: LabelGround): readonly Label<LabelTone>[] {
  const within = { top: lane - 9, bottom: lane + 3, bearable: 2 };
  const marks = versions.map(({ x, label }) => ({
    key: label,
    words: label,
    tone: 'version' as const,
    spots: [
      { x, dx: 4, y: lane, anchor: 'start' as const },
      { x, dx: -4, y: lane, anchor: 'end' as const },
    ],
    ...within,
  }));
  if (todayX === null) return marks;
  const spots = [
    { x: todayX, dx: 0, y: lane, anchor: 'middle' as const },
    { x: todayX, dx: 4, y: lane, anchor: 'end' as const },
    { x: todayX, dx: -4, y: lane, anchor: 'start' as const },
  ];
  return [{ key: 'today', words: 'Today', tone: 'today', spots, ...within, bearable: 99 }, ...marks];
}

function panelLabels(panel: Panel): readonly Label<LabelTone>[] {
  const { scale, heading, series } = panel;
  const within = { top: scale.top - 4, bottom: scale.bottom };
  const label = (tone: LabelTone, words: string, spots: readonly Spot[], bearable: number) => ({
    key: `${heading} ${tone} ${words}`,
    words,
    tone,
    spots,
    ...within,
    bearable,
  });
  const only = series.length === 1 ? series[0] : undefined;
  const levels = [panel.travelEnd, panel.target].flatMap((level) => level ?? []);
  return [
    ...standing(panel),
    ...levels.map((level) => label('level', level.words, levelSpots(level, levels), 99)),
    ...(only === undefined
      ? series.map((one) => label(one.index, one.label, nameSpots(one), 99))
      : forecastWords(only).map(({ words, spots }) => label('forecast', words, spots, 6))),
    ...(only?.holds ?? []).map((hold) => ({
      ...label('hold', 'Hold', holdSpots(hold.x, panel), 3),
      fits: (width: number) => (hold.width / 100) * width > wordsWidth('Hold') + 6,
    })),
  ];
}

/** Where the device stands, in words at the right of the heading, if both have room. */
function standing({ standing: words, heading, detail, headingY }: Panel): readonly Label<LabelTone>[] {
  if (words === '') return [];
  const long = wordsWidth(`${heading} ${detail}`) + 40 + wordsWidth(words);
  const spots: readonly Spot[] = [{ x: 100, dx: 0, y: headingY, anchor: 'end' }];
  const within = { top: headingY - 9, bottom: headingY + 3, bearable: 99 };
  const fits = (width: number) => long <= width;
  return [{ key: `${heading} standing`, words, tone: 'standing', spots, ...within, fits }];
}

const ABOVE = -4;
const BELOW = 12;

/** Above its line or beneath it, where no other level lies between the words and their line. */
function levelSpots({ y }: LevelLine, levels: readonly LevelLine[]): readonly Spot[] {
  const room = (from: number, to: number) =>
    levels.every((other) => other.y === y || other.y <= from || other.y >= to);
  const clear = [...(room(y - 15, y) ? [y + ABOVE] : []), ...(room(y, y + 15) ? [y + BELOW] : [])];
  return (clear.length === 0 ? [y + ABOVE] : clear).flatMap((row) => [
    { x: 0, dx: 4, y: row, anchor: 'start' as const },
    { x: 50, dx: 0, y: row, anchor: 'middle' as const },
    { x: 100, dx: -4, y: row, anchor: 'end' as const },
  ]);
}

/** The name of a device, beside the end of its line where several share a panel. */
function nameSpots({ reported: { end } }: Series): readonly Spot[] {
  return [4, -9, 17, -22, 30, -35, 43, -48, 56].flatMap((dy) => [
    { x: end.x, dx: 6, y: end.y + dy, anchor: 'start' as const },
    { x: end.x, dx: -6, y: end.y + dy, anchor: 'end' as const },
  ]);
}

/** The days at which the target is met: one label where plan and pace meet it on the same. */
function forecastWords({ forecast }: Series): readonly { words: string; spots: readonly Spot[] }[] {
  const [first, second] = forecast?.ends ?? [];
  if (!first) return [];
  if (second?.day === first.day) {
    return [{ words: `${first.day} at plan and pace`, spots: endSpots(first, [-6, 14, 28, -20]) }];
  }
  const ends = [first, ...(second ? [second] : [])];
  return ends.map((end) => ({
    words: `${end.day} at ${end.kind}`,
    spots: endSpots(end, end.kind === 'plan' ? [-6, -20, 14, 28] : [14, 28, -6, -20]),
  }));
}

/** A point so far to the right, in per cent, has words at the edge of the drawing beneath it, not beside another one. */
const NEAR_EDGE = 80;

/** Around the point, or under it at the edge of the drawing where that is near. */
function endSpots({ x, y }: { x: number; y: number }, rows: readonly number[]): readonly Spot[] {
  const around = rows.flatMap((dy) => [
    { x, dx: -6, y: y + dy, anchor: 'end' as const },
    { x, dx: 6, y: y + dy, anchor: 'start' as const },
    { x, dx: 0, y: y + dy, anchor: 'middle' as const },
  ]);
  if (x < NEAR_EDGE) return around;
  return [...around, ...[14, 28].map((dy) => ({ x: 100, dx: -4, y: y + dy, anchor: 'end' as const }))];
}

function holdSpots(x: number, { scale }: Panel): readonly Spot[] {
  return [scale.bottom - 5, scale.top + 14].map((y) => ({ x, dx: 4, y, anchor: 'start' as const }));
}
