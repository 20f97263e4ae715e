import { instantAt } from '#lib/domain/case-day.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import type { Day, Instant } from '#lib/domain/units.ts';
import { amendmentProblems } from './amendment-problems.ts';
import type { VersionProblem } from './judge-version.ts';
import { carriedOf, type LaterVersion, laterVersions } from './later-versions.ts';
import { cosignedVersion, type Proposal, type Review } from './proposal.ts';
import { protocolProblems, type RateBand } from './validate.ts';
import type { ProtocolVersion } from './version.ts';
import { startOf } from './version-start.ts';

/**
 * The slot from which a version holds once it is co-signed at an instant: as it was written, if that lies ahead or it
 * was written for the past on purpose; else its first slot after the signature. What was planned while it waited stays.
 */
export function startWhenCosigned(
  zone: string,
  version: ProtocolVersion,
  at: Instant,
): { day: Day; slot: number } {
  const writtenStart = startOf(zone, version);
  const asWritten = { day: version.fromDay, slot: version.fromSlot };
  if (writtenStart > at || writtenStart < version.recordedAt) return asWritten;
  for (let day = version.fromDay; ; day++) {
    const slot = version.sessions.findIndex((minute) => instantAt(zone, day, minute) > at) + 1;
    const isWithin = day > version.fromDay || slot >= version.fromSlot;
    if (slot > 0 && isWithin) return { day, slot };
  }
}

/**
 * The case with a proposal co-signed, the versions that go on with it in them, and what makes it impossible by now; empty
 * where nothing does.
 */
export function cosigned(
  facts: CaseFacts,
  proposal: Proposal,
  review: Review,
  band: RateBand,
): { facts: CaseFacts; later: readonly LaterVersion[]; problems: readonly VersionProblem[] } {
  const proposals = facts.proposals.filter(({ version }) => version !== proposal.version);
  const answered = { version: proposal.version, review };
  const version = cosignedVersion(answered);
  const without = { ...facts, proposals };
  const all =
    version === null
      ? []
      : [
          ...protocolProblems(without, version, band),
          ...amendmentProblems(without, version, Number.POSITIVE_INFINITY),
        ];
  const later = version === null ? [] : laterVersions(facts, version, band, proposal.version);
  return {
    facts: {
      ...facts,
      versions: version === null ? facts.versions : [...facts.versions, version, ...carriedOf(later)],
      proposals: [...proposals, answered],
    },
    later,
    problems: all.filter(({ severity }) => severity === 'impossible'),
  };
}
