import type { Day, Instant } from '#lib/domain/units.ts';
import type { ProtocolVersion } from './version.ts';

/** What a surgeon said of a version that waited for his signature: said once, never changed. */
export type Review = {
  decision: 'co-signed' | 'declined';
  /** The slot from which a co-signed version holds; null when it was declined. */
  from: { day: Day; slot: number } | null;
  note: string | null;
  byId: string;
  recordedAt: Instant;
};

/** A version that needed a signature, as it was written, with the answer; null: none yet. */
export type Proposal = { version: ProtocolVersion; review: Review | null };

/** What became of a proposal. `overtaken`: another version was written after it, so it can no longer come into force. */
export type ProposalStanding = 'pending' | 'co-signed' | 'declined' | 'expired' | 'overtaken';

/** What became of a proposal by an instant, told by `reached`; an answer comes before an expiry. */
export function proposalStanding(
  { version, review }: Proposal,
  others: { versions: readonly ProtocolVersion[]; proposals: readonly Proposal[] },
  reached: (at: Instant) => boolean,
): ProposalStanding {
  if (review !== null && reached(review.recordedAt)) return review.decision;
  const isLater = (other: ProtocolVersion) => other.version > version.version && reached(other.recordedAt);
  if (others.versions.some(isLater) || others.proposals.some((other) => isLater(other.version)))
    return 'overtaken';
  return version.cosignBy !== null && reached(version.cosignBy) ? 'expired' : 'pending';
}

/** The version as it holds once it is co-signed; null when it was not. */
export function cosignedVersion({ version, review }: Proposal): ProtocolVersion | null {
  if (review === null || review.from === null) return null;
  const { from, byId, recordedAt } = review;
  return { ...version, fromDay: from.day, fromSlot: from.slot, cosignerId: byId, cosignedAt: recordedAt };
}

/** Written versions apart: those that hold, and those that needed a signature. */
export function standingVersions(written: readonly Proposal[]): {
  versions: ProtocolVersion[];
  proposals: Proposal[];
} {
  return {
    versions: written.flatMap((one) =>
      one.version.cosignBy === null ? one.version : (cosignedVersion(one) ?? []),
    ),
    proposals: written.filter(({ version }) => version.cosignBy !== null),
  };
}

/** The highest number that was given to a version of the case, in force or not; 0 for none. */
export function latestNumber(written: {
  versions: readonly ProtocolVersion[];
  proposals: readonly Proposal[];
}): number {
  return [...written.versions, ...written.proposals.map(({ version }) => version)].reduce(
    (most, { version }) => Math.max(most, version),
    0,
  );
}
