import { instantAt } from '#lib/domain/case-day.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { versionInForce } from '#lib/domain/plan/planned-slots.ts';
import type { Day, Instant, Minutes } from '#lib/domain/units.ts';
import { amendmentProblems } from './amendment-problems.ts';
import { heldAs } from './held-as.ts';
import type { VersionProblem } from './judge-version.ts';
import { carriedOf, type LaterVersion, laterVersions } from './later-versions.ts';
import { cosignedVersion, type Proposal, type Review } from './proposal.ts';
import { protocolProblems, type RateBand } from './validate.ts';
import type { ProtocolVersion } from './version.ts';
import { startOf } from './version-start.ts';

/**
 * The slot from which a version holds once it is co-signed at an instant: as it was written, if that lies ahead or it
 * was written for the past on purpose; else its first slot after the signature, also by the clock of what is in force
 * there. What was planned while it waited stays.
 */
export function startWhenCosigned(
  { zone, versions }: Pick<CaseFacts, 'zone' | 'versions'>,
  version: ProtocolVersion,
  at: Instant,
): { day: Day; slot: number } {
  const writtenStart = startOf(zone, version);
  const asWritten = { day: version.fromDay, slot: version.fromSlot };
  if (writtenStart > at || writtenStart < version.recordedAt) return asWritten;
  for (let day = version.fromDay; ; day++) {
    const isAhead = (minute: Minutes, index: number) => {
      const inForce = versionInForce(versions, day, index + 1)?.sessions[index] ?? minute;
      return [minute, inForce].every((time) => instantAt(zone, day, time) > at);
    };
    const slot = version.sessions.findIndex(isAhead) + 1;
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
  const later = version === null ? [] : laterVersions(facts, version, band, proposal.version);
  const carried = carriedOf(later);
  const problems = version === null ? [] : problemsOf(without, version, carried, band);
  return {
    facts: {
      ...facts,
      versions: version === null ? facts.versions : [...facts.versions, version, ...carried],
      proposals: [...proposals, answered],
    },
    later,
    problems: problems.filter(({ severity }) => severity === 'impossible'),
  };
}

/** What speaks against a co-signed version, or against the one that holds in its place from the same slot on. */
function problemsOf(
  facts: CaseFacts,
  version: ProtocolVersion,
  carried: readonly ProtocolVersion[],
  band: RateBand,
): readonly VersionProblem[] {
  const holds = heldAs(carried, version);
  // What that one plans was judged when it was carried on.
  return [
    ...(holds === null ? protocolProblems(facts, version, band) : []),
    ...amendmentProblems(facts, holds ?? version, Number.POSITIVE_INFINITY),
  ];
}
