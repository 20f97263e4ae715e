import { startOfDay } from '#lib/domain/case-day.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { complicationWords } from '#lib/view/complication-words.ts';
import type { TimelineContext, TimelineEntry } from './timeline-entry.ts';

/** Photographs on the day on which they were taken, each with what it shows; not those that were withdrawn. */
export function photographEntries(
  { complications, devices, zone }: CaseFacts,
  { path, photographs = [] }: TimelineContext,
): TimelineEntry[] {
  return photographs.flatMap(({ id, deviceId, complicationId, takenDay, note, recordedAt, retraction }) => {
    if (retraction !== null) return [];
    const of = devices.find((device) => device.id === deviceId)?.label ?? 'whole site';
    const shown = complications.find((complication) => complication.id === complicationId);
    const shows = shown ? `Shows: ${complicationWords(shown).toLowerCase()}` : null;
    return [
      {
        key: id,
        kind: 'photograph' as const,
        at: startOfDay(zone, takenDay),
        isWholeDay: true,
        recordedAt,
        title: `Photograph, ${of}`,
        detail: [shows, note].filter(Boolean).join('; ') || null,
        href: `${path}/photographs#${id}`,
      },
    ];
  });
}
