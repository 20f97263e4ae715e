import type { Device } from '#lib/domain/device/device.ts';
import type { ProtocolVersion } from '#lib/domain/protocol/version.ts';
import { formatInstant } from './format-date.ts';
import { type ProtocolSummary, protocolSummary } from './protocol-summary.ts';

/** A version among the others: its summary, when it was published, and whether it is the latest. */
export type ProtocolHistoryRow = ProtocolSummary & { published: string; isLatest: boolean };

/** The versions of a case, the latest first. */
export function protocolHistory(
  versions: readonly ProtocolVersion[],
  devices: readonly Device[],
  people: Readonly<Record<string, string>>,
  zone: string,
): readonly ProtocolHistoryRow[] {
  return [...versions]
    .sort((a, b) => b.version - a.version)
    .map((version, index) => ({
      ...protocolSummary(version, devices, people, zone),
      published: formatInstant(version.recordedAt, zone),
      isLatest: index === 0,
    }));
}
