import type { Device } from '#lib/domain/device/device.ts';
import { isBefore } from '#lib/domain/protocol/base-version.ts';
import type { LaterVersion } from '#lib/domain/protocol/later-versions.ts';
import type { Prescribed, ProtocolVersion } from '#lib/domain/protocol/version.ts';
import { formatDay } from './format-date.ts';
import { versionDifference } from './version-difference.ts';

/** What becomes of a version that was to begin after an amendment. */
export type LaterWords = {
  /** It does not begin any more. */
  isGone: boolean;
  words: string;
  /** In which it differs from what was signed; empty: in nothing. */
  changes: readonly string[];
  /** In which it differs from the amendment that holds until then; empty: in nothing, or it does not begin. */
  fromThen: readonly string[];
};

/** What becomes of each version that was to begin after an amendment, in words. */
export function laterWords(
  later: readonly LaterVersion[],
  { version: number, ...next }: Prescribed & Pick<ProtocolVersion, 'version'>,
  devices: readonly Device[],
): readonly LaterWords[] {
  return later.map(({ version, carried }) => {
    const isBegun = !isBefore(next, version);
    const since = isBegun ? `in force since ${slotWords(version)}` : `to begin ${slotWords(version)}`;
    const goesOn = `goes on ${isBegun ? '' : 'from then '}as v${carried?.version}, with v${number} in it.`;
    const isOver = `would ${isBegun ? 'hold' : 'begin'} no more: v${number} goes on in its place.`;
    return {
      isGone: carried === null,
      words: `v${version.version}, ${since}, ${carried === null ? isOver : goesOn}`,
      changes: versionDifference(version, carried ?? next, devices),
      fromThen: carried === null || isBegun ? [] : versionDifference(next, carried, devices),
    };
  });
}

/** `14-Mar-2026 slot 1`. */
export function slotWords({ fromDay, fromSlot }: Pick<ProtocolVersion, 'fromDay' | 'fromSlot'>): string {
  return `${formatDay(fromDay)} slot ${fromSlot}`;
}
