import { carriedWith } from './later-versions.ts';
import type { ProtocolVersion } from './version.ts';

/**
 * The version in which another holds from its first slot on, together with the one that is carried on there: signed after
 * that one had begun, it does not hold by itself; null: it does.
 */
export function heldAs(
  versions: readonly ProtocolVersion[],
  version: ProtocolVersion,
): ProtocolVersion | null {
  const { fromDay, fromSlot } = version;
  return (
    carriedWith(versions, version).find((one) => one.fromDay === fromDay && one.fromSlot === fromSlot) ?? null
  );
}
