import { instantAt } from '#lib/domain/case-day.ts';
import type { Device } from '#lib/domain/device/device.ts';
import { MINUTE_MS } from '#lib/domain/units.ts';
import type { Random } from './random.ts';
import type { Step } from './step.ts';
import type { Story } from './story.ts';

type Shown = { devices: readonly Device[]; complicationIds: readonly string[] };

/** The photographs of a story, each put on record a quarter of an hour after it was taken. */
export function photographSteps(
  { photographs = [], zone }: Story,
  { devices, complicationIds }: Shown,
  random: Random,
): Step[] {
  return photographs.map(({ taken, device: place, look, note, shows }): Step => {
    const at = instantAt(zone, taken.day, taken.minute) + 15 * MINUTE_MS;
    const deviceId = place === null ? null : (devices[place]?.id ?? null);
    const complicationId = shows === undefined ? null : (complicationIds[shows] ?? null);
    const input = { id: random.id(at), deviceId, complicationId, takenDay: taken.day, note: note ?? null };
    return { at, kind: 'photograph', input, look };
  });
}
