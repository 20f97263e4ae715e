import type { CaseFacts } from '#lib/domain/facts.ts';
import { versionInForce } from '#lib/domain/plan/planned-slots.ts';
import { seamProblems } from './amendment-problems.ts';
import { baseVersion, isBefore, type VersionStart, versionsAfter } from './base-version.ts';
import { carriedOver } from './carried-over.ts';
import { latestNumber } from './proposal.ts';
import { stoodBefore } from './stood-before.ts';
import { type ProtocolProblem, protocolProblems, type RateBand } from './validate.ts';
import { type ProtocolVersion, writtenVersion } from './version.ts';

/** A version that was to begin after an amendment, and the one that carries it on; null: it does not begin any more. */
export type LaterVersion = { version: ProtocolVersion; carried: ProtocolVersion | null };

/**
 * What becomes of the versions that were to begin after an amendment, once that holds: each begins where it was signed,
 * with the amendment in it, as a version of its own, by whoever brings the amendment into force. One that cannot be
 * followed so does not begin any more, nor does the one that the amendment changes where that had not begun.
 * `written`: the start for which the amendment was written. Signed after that, it may hold only from a session in which
 * another version is in force by then: that one is carried on from there.
 */
export function laterVersions(
  facts: CaseFacts,
  next: ProtocolVersion,
  band: RateBand,
  written: VersionStart = next,
): readonly LaterVersion[] {
  const versions = facts.versions.filter(({ version }) => version < next.version);
  const base = baseVersion(versions, written);
  if (base === null) return [];
  const standing = [...versions, next];
  let number = Math.max(latestNumber(facts), next.version);
  return versionsToCarry(versions, next, written).map((version) => {
    const { fromDay, fromSlot } = isBefore(version, next) ? next : version;
    const later = { ...version, fromDay, fromSlot };
    // A family that was told of both knows what both come to.
    const toldAt = version.toldAt === null ? null : next.toldAt;
    const said = version === base ? null : carriedOver({ versions, base, next, later });
    const carried = said && {
      ...writtenVersion(said, {
        version: number + 1,
        authorId: next.cosignerId ?? next.authorId,
        toldAt,
        toldById: toldAt === null ? null : next.toldById,
        recordedAt: next.cosignedAt ?? next.recordedAt,
      }),
      unusual: version.unusual.filter((one) => one !== 'retroactive'),
      carries: version.version,
    };
    const before = { ...facts, versions: standing, proposals: [] };
    const problems = carried ? protocolProblems(before, carried, band) : [];
    if (!carried || !canBeFollowed(before, carried, problems)) return { version, carried: null };
    const signed = asSigned(carried, problems, { next, later: version });
    standing.push(signed);
    number = signed.version;
    return { version, carried: signed };
  });
}

/** Those that begin after an amendment, and one that came into force between the start it was written for and its own. */
function versionsToCarry(
  versions: readonly ProtocolVersion[],
  next: ProtocolVersion,
  written: VersionStart,
): readonly ProtocolVersion[] {
  const inForce = versionInForce(versions, next.fromDay, next.fromSlot);
  return versionsAfter(versions, written).filter((version) => version === inForce || isBefore(next, version));
}

/** The versions that carry others on, in the order of their numbers. */
export function carriedOf(later: readonly LaterVersion[]): readonly ProtocolVersion[] {
  return later.flatMap(({ carried }) => carried ?? []);
}

/** The versions that were written together with one, to carry others on with it in them. */
export function carriedWith(
  versions: readonly ProtocolVersion[],
  { version: number, recordedAt, cosignedAt }: ProtocolVersion,
): readonly ProtocolVersion[] {
  const since = cosignedAt ?? recordedAt;
  return versions.filter(
    (other) => other.version > number && other.carries !== null && other.recordedAt === since,
  );
}

/** Unusual amounts lead no further than they were signed for: a higher target of the amendment is not for them. */
function asSigned(
  carried: ProtocolVersion,
  problems: readonly ProtocolProblem[],
  { next, later }: { next: ProtocolVersion; later: ProtocolVersion },
): ProtocolVersion {
  const isNew = (id: string) =>
    problems.some(
      (problem) =>
        problem.severity === 'unusual' &&
        problem.deviceId === id &&
        !stoodBefore([later], carried, problem) &&
        !stoodBefore([next], carried, problem),
    );
  const devices = carried.devices.map((plan) => {
    const signed = later.devices.find(({ deviceId }) => deviceId === plan.deviceId);
    return signed && isNew(plan.deviceId) ? { ...plan, targetUm: signed.targetUm } : plan;
  });
  return { ...carried, devices };
}

function canBeFollowed(
  facts: CaseFacts,
  carried: ProtocolVersion,
  problems: readonly ProtocolProblem[],
): boolean {
  // Its number may be beyond the next: a proposal has one too.
  const isPossible = problems.every(
    ({ severity, kind }) => severity !== 'impossible' || kind === 'version-not-next',
  );
  return isPossible && seamProblems(facts, carried).length === 0;
}
