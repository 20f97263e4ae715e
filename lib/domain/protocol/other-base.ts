import { baseVersion, type VersionStart } from './base-version.ts';
import type { ProtocolVersion } from './version.ts';

/** An amendment that was drafted from another version than the one that it would change. */
export type OtherBase = {
  severity: 'impossible';
  kind: 'other-base';
  field: 'fromDay';
  /** The version that it was drafted from. */
  drafted: number;
  /** The one in force at its start. */
  base: ProtocolVersion;
};

/**
 * An amendment starts from what is in force at its start: amounts that were drafted from another version would undo that
 * one, or bring it forward. `drafted`: the number of the version that it was drafted from; null: not said.
 */
export function otherBase(
  versions: readonly ProtocolVersion[],
  next: VersionStart,
  drafted: number | null,
): readonly OtherBase[] {
  const base = baseVersion(versions, next);
  if (base === null || drafted === null || base.version === drafted) return [];
  return [{ severity: 'impossible', kind: 'other-base', field: 'fromDay', drafted, base }];
}
