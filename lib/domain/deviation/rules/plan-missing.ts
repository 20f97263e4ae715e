import type { NotAssessable } from '#lib/domain/deviation/flag.ts';
import { isInPlace, isTurning, type Rule } from '#lib/domain/deviation/rule.ts';
import { consolidationStart } from '#lib/domain/phase/consolidation-start.ts';
import { latestVersion } from '#lib/domain/protocol/version.ts';

/**
 * What keeps the course from being judged at all: no protocol, a protocol and hardware that name different devices, no
 * start of consolidation. A version that is published and not begun counts: it settles what is said of its devices.
 */
export const planMissing: Rule<NotAssessable> = (course) => {
  const { phase, inForce } = course;
  if (phase.kind === 'planning') {
    if (course.facts.reports.length === 0) return [];
    return [finding('plan', 'no-index-operation', null)];
  }
  if (isTurning(course) && inForce === null) return [finding('plan', 'no-protocol', null)];
  if (isTurning(course)) {
    const latest = latestVersion(course.facts.versions);
    const isToBePlanned = (id: string) => latest?.devices.some(({ deviceId }) => deviceId === id) ?? false;
    return course.devices.flatMap((one) => {
      const { device, plan } = one;
      const isIn = isInPlace(course, one);
      if (isIn && plan === null && !isToBePlanned(device.id))
        return [finding('plan', 'device-not-in-protocol', device.id)];
      return !isIn && plan !== null && isToBePlanned(device.id)
        ? [finding('plan', 'device-taken-out', device.id)]
        : [];
    });
  }
  // Hardware that comes out early waits for no consolidation.
  const isAwaited = phase.kind === 'consolidation' && phase.earlyRemovalDecidedAt === null;
  if (isAwaited && consolidationStart(course) === null) {
    return [finding('consolidation', 'consolidation-start-unknown', null)];
  }
  return [];
};

function finding(about: NotAssessable['about'], reason: NotAssessable['reason'], deviceId: string | null) {
  const evidence: NotAssessable = { rule: 'not-assessable', about, reason };
  return { level: 'look-today' as const, deviceId, onset: null, evidence };
}
