import type { VersionMark } from './chart-bands.ts';
import type { DrawnPanel, Series } from './chart-panel.ts';
import type { Stroke } from './stroke.ts';

/** The upright marks of the versions and of the present, from their lane to the bottom of the last panel. */
export function uprightStrokes(
  versions: readonly VersionMark[],
  todayX: number | null,
  lane: number,
  bottom: number,
): readonly Stroke[] {
  const upright = (x: number, top: number) => ({ weight: 3, pieces: Float64Array.of(x, top, x, bottom) });
  const marks = versions.map(({ x }) => upright(x, lane - 9));
  return todayX === null ? marks : [...marks, upright(todayX, lane + 4)];
}

/** Everything in a panel that words should not cross. */
export function panelStrokes({ panel: { series, target, travelEnd }, lines }: DrawnPanel): readonly Stroke[] {
  const levels = [target, travelEnd].flatMap((level) =>
    level === null ? [] : [{ weight: 3, pieces: Float64Array.of(0, level.y, 100, level.y) }],
  );
  return [...levels, ...lines, ...series.map(pointsOf)];
}

/** What stands by itself on the lines of a device, each as an upright piece. */
function pointsOf({ reported, forecast, measured }: Series): Stroke {
  const points = [
    ...measured.map(({ x, y, bar }) => ({ x, high: bar?.high ?? y - 5, low: bar?.low ?? y + 5 })),
    ...reported.marks.map(({ x, y }) => ({ x, high: y - 5, low: y + 5 })),
    ...(forecast?.ends ?? []).map(({ x, y }) => ({ x, high: y - 3, low: y + 3 })),
  ];
  points.sort((a, b) => a.x - b.x);
  return { weight: 3, pieces: Float64Array.from(points.flatMap(({ x, high, low }) => [x, high, x, low])) };
}
