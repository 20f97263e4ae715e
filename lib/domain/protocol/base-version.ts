import { versionInForce } from '#lib/domain/plan/planned-slots.ts';
import type { ProtocolVersion } from './version.ts';

/** The slot from which a version holds. */
export type VersionStart = Pick<ProtocolVersion, 'fromDay' | 'fromSlot'>;

/**
 * The version that an amendment from a slot on changes: the one in force there, not the latest that was written. Where none
 * has begun by then, the first to begin; null without a protocol.
 */
export function baseVersion(
  versions: readonly ProtocolVersion[],
  start: VersionStart,
): ProtocolVersion | null {
  return versionInForce(versions, start.fromDay, start.fromSlot) ?? versionsAfter(versions, start)[0] ?? null;
}

/** The versions that are to begin after a slot, in the order in which they do; those that never will are left out. */
export function versionsAfter(
  versions: readonly ProtocolVersion[],
  start: VersionStart,
): readonly ProtocolVersion[] {
  return versions
    .filter((version) => isBefore(start, version) && comesIntoForce(versions, version))
    .sort((a, b) => a.fromDay - b.fromDay || a.fromSlot - b.fromSlot);
}

/** The versions that begin no later than a slot. */
export function versionsUntil(
  versions: readonly ProtocolVersion[],
  start: VersionStart,
): readonly ProtocolVersion[] {
  return versions.filter((version) => !isBefore(start, version));
}

/** Whether a version comes into force at all: none that was written after it begins as early. */
export function comesIntoForce(versions: readonly ProtocolVersion[], version: ProtocolVersion): boolean {
  return versionInForce(versions, version.fromDay, version.fromSlot) === version;
}

/** Whether one slot comes before another. */
export function isBefore(one: VersionStart, other: VersionStart): boolean {
  return one.fromDay < other.fromDay || (one.fromDay === other.fromDay && one.fromSlot < other.fromSlot);
}
