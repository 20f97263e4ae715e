import type { Complication } from '#lib/domain/complication/complication.ts';
import { complicationStatus } from '#lib/domain/complication/status.ts';
import type { Photograph } from '#lib/domain/photograph/photograph.ts';
import { complicationWords } from './complication-words.ts';
import { formatDay } from './format-date.ts';
import type { Choice } from './intake-words.ts';

/** A photograph as it stands beside the complication that it shows. */
export type ShownPhotograph = { id: string; href: string; thumbnail: string; words: string };

/** Complication → the photographs that show it, in the order in which they were taken. */
export function photographsByComplication(
  photographs: readonly Photograph[],
  caseId: string,
): ReadonlyMap<string, readonly ShownPhotograph[]> {
  const shown = new Map<string, ShownPhotograph[]>();
  for (const { id, complicationId, takenDay, note, retraction } of photographs) {
    if (complicationId === null || retraction !== null) continue;
    const words = [`Photograph of ${formatDay(takenDay)}`, note].filter(Boolean).join(', ');
    const one = {
      id,
      href: `/cases/${caseId}/photographs#${id}`,
      thumbnail: `/api/cases/${caseId}/photographs/${id}?size=thumbnail`,
      words,
    };
    shown.set(complicationId, [...(shown.get(complicationId) ?? []), one]);
  }
  return shown;
}

/** The complications that a photograph may show, open ones first: `Exposed hardware, Left, since 12-Mar-2026`. */
export function shownChoices(
  complications: readonly Complication[],
  devices: readonly { id: string; label: string }[],
): readonly Choice[] {
  const isOpen = (one: Complication) => complicationStatus(one).kind === 'open';
  return [...complications]
    .sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || b.onsetDay - a.onsetDay)
    .map((one) => {
      const label = devices.find(({ id }) => id === one.deviceId)?.label;
      const words = [complicationWords(one), label, `since ${formatDay(one.onsetDay)}`];
      return { value: one.id, label: words.filter(Boolean).join(', ') };
    });
}
