import { isHeld } from './amendment-problems.ts';
import type { VersionProblem } from './judge-version.ts';
import { lastPlannedDay, type ProtocolVersion, planOf } from './version.ts';

/**
 * Whether what is unusual about a hold stood so in every version that it takes the place of: what the hold leaves as it
 * was is not asked about again, so that the hold does not wait for it. What it changes beyond holding is.
 */
export function stoodBefore(
  replaced: readonly ProtocolVersion[],
  hold: ProtocolVersion,
  problem: VersionProblem,
): boolean {
  switch (problem.kind) {
    case 'device-left-out':
      return (
        replaced.length > 0 && replaced.every((before) => planOf(before, problem.deviceId) === undefined)
      );
    case 'outside-band':
    case 'target-past-travel':
    case 'reversal':
      return (
        replaced.length > 0 && replaced.every((before) => goesOnAsBefore(before, hold, problem.deviceId))
      );
    default:
      return false;
  }
}

/** The same amounts, or none, to the same target, and for no longer. */
function goesOnAsBefore(before: ProtocolVersion, hold: ProtocolVersion, deviceId: string): boolean {
  const [was, is] = [planOf(before, deviceId), planOf(hold, deviceId)];
  if (!was || !is || is.targetUm !== was.targetUm) return false;
  const isSameAmount =
    is.perSession.length === was.perSession.length &&
    is.perSession.every((centi, index) => centi === was.perSession[index]);
  const [until, untilNow] = [lastPlannedDay(before) ?? Infinity, lastPlannedDay(hold) ?? Infinity];
  return isHeld(is) || (isSameAmount && untilNow <= until);
}
