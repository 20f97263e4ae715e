import { instantAt } from '#lib/domain/case-day.ts';
import type { Device } from '#lib/domain/device/device.ts';
import { type Instant, MINUTE_MS } from '#lib/domain/units.ts';
import type { Random } from './random.ts';
import type { Step } from './step.ts';
import type { Story } from './story.ts';

/** When the operation ended in which a device was exchanged; null: none was. */
export function exchangedAt({ exchange, zone }: Story): Instant | null {
  return exchange ? instantAt(zone, exchange.ended.day, exchange.ended.minute) : null;
}

/** The operation that took a device out for another; that one is placed as any device is. */
export function exchangeSteps(story: Story, devices: readonly Device[], random: Random): Step[] {
  const endedAt = exchangedAt(story);
  const out = devices[story.exchange?.out ?? -1];
  if (endedAt === null || !story.exchange || !out) return [];
  const said = { kind: 'other' as const, endedAt, note: story.exchange.note, removedDeviceIds: [out.id] };
  const input = { id: random.id(endedAt), ...said, correctsId: null, retracted: false };
  return [{ at: endedAt + 20 * MINUTE_MS, kind: 'operation', input }];
}
