import { localTime } from '#lib/domain/case-day.ts';
import type { Instant, Um } from '#lib/domain/units.ts';

/** A place on the time axis: local days since 1970 with the wall clock as the fraction. */
export type LocalX = number;

export function localX(zone: string, at: Instant): LocalX {
  const { day, minute } = localTime(zone, at);
  return day + minute / 1440;
}

/** The stretch of local time that is drawn. */
export type TimeSpan = { from: LocalX; to: LocalX };

/** Width of the drawing in its own units. It is stretched to the width of the page, so a path needs no browser. */
export const DRAWING_WIDTH = 1000;

/** Position on the drawing, 0 to 1000. */
export function pathX(span: TimeSpan, x: LocalX): number {
  return tenthsX(span, x) / 10;
}

/** The same in tenths: a whole number. */
export function tenthsX(span: TimeSpan, x: LocalX): number {
  return Math.round(((x - span.from) / (span.to - span.from)) * DRAWING_WIDTH * 10);
}

/** Position in per cent of the width, for what must not be stretched: text, marks, hatching. */
export function percentX(span: TimeSpan, x: LocalX): number {
  return Math.round(((x - span.from) / (span.to - span.from)) * 10_000) / 100;
}

/** Expansion ↔ pixels of one panel. */
export type YScale = { top: number; bottom: number; lowUm: Um; highUm: Um };

export function pathY(scale: YScale, um: Um): number {
  return tenthsY(scale, um) / 10;
}

/** The same in tenths of a pixel: a whole number. */
export function tenthsY({ top, bottom, lowUm, highUm }: YScale, um: Um): number {
  return Math.round((bottom - ((um - lowUm) / (highUm - lowUm)) * (bottom - top)) * 10);
}

export function clampX(span: TimeSpan, x: LocalX): LocalX {
  return Math.min(span.to, Math.max(span.from, x));
}

const MM_STEPS = [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000];
const PIXELS_PER_LINE = 42;

/** The distance between grid lines, so that they stand some 42 px apart or more. */
export function gridStepUm(rangeUm: Um, height: number): Um {
  const most = Math.max(2, Math.floor(height / PIXELS_PER_LINE));
  return MM_STEPS.find((step) => rangeUm / step <= most) ?? 200_000;
}
