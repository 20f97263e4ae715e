import { dayOf } from '#lib/domain/case-day.ts';
import { nextSession } from '#lib/domain/complication/amended-version.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import type { AmendmentKind } from '#lib/domain/protocol/amendment.ts';
import {
  baseVersion,
  isBefore,
  type VersionStart,
  versionsAfter,
} from '#lib/domain/protocol/base-version.ts';
import type { ProtocolVersion } from '#lib/domain/protocol/version.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { LinkedChoice } from './amendment-choices.ts';
import { formatDayShort } from './format-date.ts';

/** The version that an amendment is drafted from, and the slot at which it starts unless its author says otherwise. */
export type AmendmentBase = { version: ProtocolVersion; start: VersionStart };

/**
 * The versions that an amendment can be drafted from: the one in force where it would start by itself, and those that are
 * to begin after that. A change starts tomorrow, anything else with the next session, and nothing before its version does.
 */
export function amendmentBases(
  { versions, zone }: Pick<CaseFacts, 'versions' | 'zone'>,
  kind: AmendmentKind,
  now: Instant,
): readonly AmendmentBase[] {
  const tomorrow = { fromDay: dayOf(zone, now) + 1, fromSlot: 1 };
  const next = kind === 'change' ? null : nextSession(versions, zone, now);
  const asked = next === null ? tomorrow : { fromDay: next.day, fromSlot: next.slot };
  const base = baseVersion(versions, asked);
  if (base === null) return [];
  const first = { version: base, start: isBefore(asked, base) ? base : asked };
  const later = versionsAfter(versions, first.start).map((version) => ({ version, start: version }));
  return [first, ...later];
}

/** What an amendment is drafted from, as links; empty where there is nothing to choose. `drafted`: the chosen version. */
export function baseChoices(
  bases: readonly AmendmentBase[],
  drafted: number | null,
  hrefOf: (version: number) => string,
): readonly LinkedChoice[] {
  if (bases.length < 2) return [];
  return bases.map(({ version, start }) => ({
    href: hrefOf(version.version),
    label: `v${version.version} from ${formatDayShort(start.fromDay)} slot ${start.fromSlot}`,
    current: version.version === drafted,
  }));
}
