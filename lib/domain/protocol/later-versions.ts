import type { CaseFacts } from '#lib/domain/facts.ts';
import { versionInForce } from '#lib/domain/plan/planned-slots.ts';
import { UNUSUAL, type Unusual } from './amendment.ts';
import { seamProblems } from './amendment-problems.ts';
import { baseVersion, isBefore, type VersionStart, versionsAfter } from './base-version.ts';
import { carriedOver, dayOfAmounts, heldOver } from './carried-over.ts';
import { latestNumber } from './proposal.ts';
import { stoodBefore } from './stood-before.ts';
import { type ProtocolProblem, protocolProblems, type RateBand } from './validate.ts';
import {
  lastPlannedDay,
  nearer,
  type Prescribed,
  type ProtocolVersion,
  planOf,
  writtenVersion,
} from './version.ts';

/**
 * A version that was to begin after an amendment, and the one that carries it on; null: it does not begin any more.
 * `exceeded`: the devices that the amendment turns by more than was signed, where the two cannot both be followed.
 */
export type LaterVersion = {
  version: ProtocolVersion;
  carried: ProtocolVersion | null;
  exceeded: readonly string[];
};

/**
 * What becomes of the versions that were to begin after an amendment, once that holds: each begins where it was signed,
 * with the amendment in it, as a version of its own, by whoever brings the amendment into force. Of one that cannot be
 * followed so the holds are carried on; else it does not begin any more, nor does the one that the amendment changes where
 * that had not begun.
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
  const toCarry = versionsToCarry(versions, next, written);
  return toCarry.map((version, place) => {
    const { fromDay, fromSlot } = isBefore(version, next) ? next : version;
    const amending = {
      ...{ versions, base, next, later: { ...version, fromDay, fromSlot } },
      between: toCarry.slice(0, place),
    };
    const both = version === base ? null : carriedOver(amending);
    const before = { ...facts, versions: standing, proposals: [] };
    const kept = (said: Prescribed | null, isDecidedByBoth: boolean) => {
      if (said === null) return null;
      const carried = carriedVersion(said, { next, later: version, number: number + 1, isDecidedByBoth });
      const problems = protocolProblems(before, carried, band);
      if (!canBeFollowed(before, carried, problems)) return null;
      return {
        ...asSigned(carried, problems, { next, later: version }),
        unusual: unusualOf(version, problems),
      };
    };
    const followed = kept(both?.said ?? null, both?.isDecidedByBoth ?? false);
    const carried = followed ?? kept(version === base ? null : heldOver(amending), true);
    if (carried) {
      standing.push(carried);
      number = carried.version;
    }
    return { version, carried, exceeded: followed ? [] : exceededOf(next, carried, version) };
  });
}

type Carrying = { next: ProtocolVersion; later: ProtocolVersion; number: number; isDecidedByBoth: boolean };

function carriedVersion(
  said: Prescribed,
  { next, later, number, isDecidedByBoth }: Carrying,
): ProtocolVersion {
  // A family that was told of both knows what both come to, unless the two told them different things.
  const toldAt = isDecidedByBoth || later.toldAt === null ? null : next.toldAt;
  const by = {
    version: number,
    authorId: next.cosignerId ?? next.authorId,
    toldAt,
    toldById: toldAt === null ? null : next.toldById,
    recordedAt: next.cosignedAt ?? next.recordedAt,
  };
  return { ...writtenVersion(said, by), carries: later.version };
}

/** What was unusual about a version that is carried on, and what is about what it says now. */
function unusualOf(later: ProtocolVersion, problems: readonly ProtocolProblem[]): readonly Unusual[] {
  const kinds = new Set<string>([...later.unusual, ...problems.map(({ kind }) => kind)]);
  return UNUSUAL.filter((one) => one !== 'retroactive' && kinds.has(one));
}

/** The devices that are turned by more in a day than a later version had signed for, while it is passed over. */
function exceededOf(
  next: ProtocolVersion,
  carried: ProtocolVersion | null,
  later: ProtocolVersion,
): readonly string[] {
  if ((lastPlannedDay(next) ?? later.fromDay) < later.fromDay) return [];
  return (carried ?? next).devices.flatMap(({ deviceId, perSession }) => {
    const signed = planOf(later, deviceId)?.perSession ?? [];
    return dayOfAmounts(perSession) > Math.max(0, dayOfAmounts(signed)) ? deviceId : [];
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

/**
 * Unusual amounts go on no further and no longer than they were signed for: a higher target or a later end of the
 * amendment is not for them.
 */
function asSigned(
  carried: ProtocolVersion,
  problems: readonly ProtocolProblem[],
  { next, later }: Pick<Carrying, 'next' | 'later'>,
): ProtocolVersion {
  const isNew = (id: string) =>
    problems.some(
      (problem) =>
        problem.severity === 'unusual' &&
        problem.deviceId === id &&
        !stoodBefore([later], carried, problem) &&
        !stoodBefore([next], carried, problem),
    );
  if (!carried.devices.some(({ deviceId }) => isNew(deviceId))) return carried;
  const devices = carried.devices.map((plan) => {
    const signed = planOf(later, plan.deviceId);
    return signed && isNew(plan.deviceId) ? { ...plan, targetUm: signed.targetUm } : plan;
  });
  return {
    ...carried,
    devices,
    lastDay: nearer(carried.lastDay, later.lastDay),
    stopVisitDay: nearer(carried.stopVisitDay, later.stopVisitDay),
  };
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
