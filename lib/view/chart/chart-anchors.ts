import { dayOf } from '#lib/domain/case-day.ts';
import { expectedOpeningUm } from '#lib/domain/device/opening.ts';
import type { DeviceCourse } from '#lib/domain/timeline/course.ts';
import { formatMm, formatSignedMm } from '#lib/view/format-amount.ts';
import { formatDay } from '#lib/view/format-date.ts';
import { localX, pathY, percentX, type TimeSpan, type YScale } from './chart-scale.ts';

/** A measured gap that became the base: from where the turns led one to expect the device, to where it was. */
export type AnchorMark = { id: string; x: number; fromY: number; y: number; words: string };

/** The bases that a device was given within the drawn time. */
export function anchorMarks(
  found: DeviceCourse,
  { zone, span }: { zone: string; span: TimeSpan },
  scale: YScale,
): readonly AnchorMark[] {
  const { device, anchors } = found;
  return anchors.flatMap(({ id, at, openingUm }) => {
    const x = localX(zone, at);
    if (x < span.from || x > span.to) return [];
    const expectedUm = expectedOpeningUm(found, at);
    const level = (um: number) => pathY(scale, um - device.initialOpeningUm);
    const difference = formatSignedMm(openingUm - expectedUm);
    const words = `${formatDay(dayOf(zone, at))}: measured ${formatMm(openingUm)} made the base, ${difference} from the turns`;
    return [{ id, x: percentX(span, x), fromY: level(expectedUm), y: level(openingUm), words }];
  });
}
