import { startOfDay } from '#lib/domain/case-day.ts';
import type { Complication } from '#lib/domain/complication/complication.ts';
import { complicationStatus } from '#lib/domain/complication/status.ts';
import { complicationWords } from '#lib/view/complication-words.ts';
import { formatDay } from '#lib/view/format-date.ts';
import { localX, percentX, type TimeSpan } from './chart-scale.ts';

/** The day on which a complication began, and what it is. */
export type ComplicationMark = { id: string; x: number; words: string };

/** The complications of these devices and of the case as a whole that began within the drawn time. */
export function complicationMarks(
  complications: readonly Complication[],
  deviceIds: readonly string[],
  { zone, span }: { zone: string; span: TimeSpan },
): readonly ComplicationMark[] {
  return complications
    .filter(({ deviceId }) => deviceId === null || deviceIds.includes(deviceId))
    .flatMap((complication) => {
      const x = localX(zone, startOfDay(zone, complication.onsetDay));
      if (x < span.from || x > span.to) return [];
      const status = complicationStatus(complication);
      const until = status.kind === 'open' ? 'open' : `until ${formatDay(status.day)}`;
      const words = `${complicationWords(complication)}, ${formatDay(complication.onsetDay)}, ${until}`;
      return { id: complication.id, x: percentX(span, x), words };
    });
}
