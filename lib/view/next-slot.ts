import type { Assessment } from '#lib/domain/assessment.ts';
import { versionInForce } from '#lib/domain/plan/planned-slots.ts';
import type { ProtocolVersion } from '#lib/domain/protocol/version.ts';
import { type Instant, MINUTE_MS } from '#lib/domain/units.ts';
import { formatActuationCount } from './format-amount.ts';
import { formatDuration, formatInstant } from './format-date.ts';

/** The next slot with a turn in it: when, how far off, and what each device does by the protocol. */
export type NextSlot = { when: string; inWords: string; amounts: readonly string[] };

/** Null when none is to come. What a target leaves over is for the flowsheet: here stands the prescription. */
export function nextSlot(
  { nextSlot: next, devices: progresses }: Assessment,
  versions: readonly ProtocolVersion[],
  zone: string,
  now: Instant,
): NextSlot | null {
  if (next === null) return null;
  const version = versionInForce(versions, next.day, next.slot);
  const amounts = progresses.flatMap(({ deviceId, label, inPlace }) => {
    const centi = version?.devices.find((plan) => plan.deviceId === deviceId)?.perSession[next.slot - 1];
    if (centi === undefined || !inPlace) return [];
    return `${label} ${centi === 0 ? 'hold' : formatActuationCount(centi)}`;
  });
  return {
    when: `${formatInstant(next.at, zone)}, slot ${next.slot}`,
    inWords: `in ${formatDuration(Math.floor((next.at - now) / MINUTE_MS))}`,
    amounts,
  };
}
