import type { CaseFacts } from '#lib/domain/facts.ts';
import { seamProblems } from './amendment-problems.ts';
import { baseVersion, versionsAfter } from './base-version.ts';
import { carriedOver } from './carried-over.ts';
import { latestNumber } from './proposal.ts';
import { protocolProblems, type RateBand } from './validate.ts';
import { type ProtocolVersion, writtenVersion } from './version.ts';

/** A version that was to begin after an amendment, and the one that carries it on; null: it does not begin any more. */
export type LaterVersion = { version: ProtocolVersion; carried: ProtocolVersion | null };

/** What is impossible does not depend on a rate: whatever is unusual was judged where it was written. */
const ANY_RATE: RateBand = { leastUmPerDay: 0, mostUmPerDay: Number.POSITIVE_INFINITY };

/**
 * What becomes of the versions that were to begin after an amendment, once that holds: each begins where it was signed,
 * with the amendment in it, as a version of its own, by whoever brings the amendment into force. One that cannot be
 * followed so does not begin any more, nor does the one that the amendment changes where that had not begun.
 */
export function laterVersions(facts: CaseFacts, next: ProtocolVersion): readonly LaterVersion[] {
  const versions = facts.versions.filter(({ version }) => version < next.version);
  const base = baseVersion(versions, next);
  if (base === null) return [];
  const standing = [...versions, next];
  let number = Math.max(latestNumber(facts), next.version);
  return versionsAfter(versions, next).map((version) => {
    const said = version === base ? null : carriedOver({ versions, base, next, later: version });
    const carried = said && {
      ...writtenVersion(said, {
        version: number + 1,
        authorId: next.cosignerId ?? next.authorId,
        toldAt: null,
        toldById: null,
        recordedAt: next.cosignedAt ?? next.recordedAt,
      }),
      unusual: version.unusual.filter((one) => one !== 'retroactive'),
      carries: version.version,
    };
    if (!carried || !canBeFollowed({ ...facts, versions: standing, proposals: [] }, carried)) {
      return { version, carried: null };
    }
    standing.push(carried);
    number = carried.version;
    return { version, carried };
  });
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

function canBeFollowed(facts: CaseFacts, carried: ProtocolVersion): boolean {
  const problems = protocolProblems(facts, carried, ANY_RATE);
  return (
    problems.every(({ severity, kind }) => severity !== 'impossible' || kind === 'version-not-next') &&
    seamProblems(facts, carried).length === 0
  );
}
