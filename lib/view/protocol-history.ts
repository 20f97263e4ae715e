import type { CaseFacts } from '#lib/domain/facts.ts';
import { baseVersion, comesIntoForce } from '#lib/domain/protocol/base-version.ts';
import { heldAs } from '#lib/domain/protocol/held-as.ts';
import { carriedWith } from '#lib/domain/protocol/later-versions.ts';
import { type Proposal, proposalStanding } from '#lib/domain/protocol/proposal.ts';
import type { ProtocolVersion } from '#lib/domain/protocol/version.ts';
import { startOf } from '#lib/domain/protocol/version-start.ts';
import type { Instant } from '#lib/domain/units.ts';
import { amendmentWords, REASON_WORDS, UNUSUAL_WORDS } from './amendment-words.ts';
import { formatDay, formatInstant } from './format-date.ts';
import { type ProtocolSummary, protocolSummary } from './protocol-summary.ts';
import { type Rejudged, rejudgedWords } from './rejudged-words.ts';
import { versionDifference } from './version-difference.ts';

/** Where a version stands among the others: in words, and whether it holds now, waits, or never held. */
export type VersionStanding = {
  kind: 'in-force' | 'ahead' | 'past' | 'carried' | 'superseded' | 'waiting' | 'void';
  words: string;
};

/** A version among the others: what it amends, how it differs from the one before, why, and what became of it. */
export type ProtocolHistoryRow = ProtocolSummary & {
  amendment: string;
  standing: VersionStanding;
  /** `v3`, the version that the difference is told against; null for the first. */
  against: string | null;
  difference: readonly string[];
  /** Past sessions that it judges anew, where it began before it was written. */
  rejudged: Rejudged | null;
  reasonKind: string;
  unusual: readonly string[];
  published: string;
  /** What the surgeon answered; null: nothing, or it needed no answer. */
  review: string | null;
  /** Which version it carries on, and who signed that one; null: none. */
  carries: string | null;
  mayBeTold: boolean;
};

type People = Readonly<Record<string, string>>;

/** Every version of a case, those that never held included, the latest first. */
export function protocolHistory(
  facts: CaseFacts,
  inForce: number | null,
  people: People,
  now: Instant,
): readonly ProtocolHistoryRow[] {
  const waiting = facts.proposals.filter(({ review }) => review?.decision !== 'co-signed');
  const written = [...facts.versions, ...waiting.map(({ version }) => version)];
  return written
    .sort((a, b) => b.version - a.version)
    .map((version) => rowOf(version, facts, inForce, people, now));
}

function rowOf(
  version: ProtocolVersion,
  facts: CaseFacts,
  inForce: number | null,
  people: People,
  now: Instant,
): ProtocolHistoryRow {
  const { zone, devices, versions } = facts;
  const proposal = facts.proposals.find((one) => one.version.version === version.version);
  const before = versions.filter((other) => other.version < version.version);
  const base = baseVersion(before, version);
  const standing =
    proposal && !versions.includes(version)
      ? standingOfProposal(proposal, facts, now)
      : standingOf(version, facts, inForce, now);
  return {
    ...protocolSummary(version, devices, people, zone),
    amendment: amendmentWords(version),
    standing,
    against: base && `v${base.version}`,
    difference: base ? versionDifference(base, version, devices) : [],
    rejudged: rejudgedBy(version, facts),
    reasonKind: REASON_WORDS[version.reasonCode],
    unusual: version.unusual.map((one) => UNUSUAL_WORDS[one]),
    published: formatInstant(version.recordedAt, zone),
    review: proposal ? reviewWords(proposal, people, zone) : null,
    carries: version.carries === null ? null : carriedWords(version.carries, facts, people),
    mayBeTold: version.toldAt === null && comesIntoForce(versions, version),
  };
}

/** What a version that holds from the past judged anew when it came into force. */
function rejudgedBy(version: ProtocolVersion, facts: CaseFacts): Rejudged | null {
  if (!version.unusual.includes('retroactive') || !facts.versions.includes(version)) return null;
  const before = facts.versions.filter((other) => other.version < version.version);
  const after = [...before, version, ...carriedWith(facts.versions, version)];
  const at = version.cosignedAt ?? version.recordedAt;
  return rejudgedWords({ ...facts, versions: before }, { ...facts, versions: after }, at);
}

function standingOf(
  version: ProtocolVersion,
  { versions, zone }: CaseFacts,
  inForce: number | null,
  now: Instant,
): VersionStanding {
  const startsAt = startOf(zone, version);
  const later = versions.filter((other) => other.version > version.version);
  const over = later.filter((other) => startOf(zone, other) <= startsAt);
  const replacedBy = over.length === 0 ? null : Math.min(...over.map((other) => other.version));
  if (replacedBy !== null) {
    const holds = heldAs(later, version);
    if (holds !== null)
      return { kind: 'carried', words: `holds as v${holds.version}, together with v${holds.carries}` };
    const carrier = later.find(({ carries }) => carries === version.version)?.version ?? null;
    const words =
      carrier === null
        ? `by v${replacedBy} before it held in any session`
        : `by v${carrier}, which carries it on`;
    return { kind: 'superseded', words: `superseded ${words}` };
  }
  if (version.version === inForce && startsAt <= now) return { kind: 'in-force', words: 'in force' };
  if (startsAt > now) return { kind: 'ahead', words: 'not begun' };
  const next = later.sort((a, b) => startOf(zone, a) - startOf(zone, b) || b.version - a.version)[0];
  const until = next ? `until v${next.version}, ${formatDay(next.fromDay)} slot ${next.fromSlot}` : 'past';
  return { kind: 'past', words: until };
}

function standingOfProposal(proposal: Proposal, facts: CaseFacts, now: Instant): VersionStanding {
  const { cosignBy } = proposal.version;
  const until = cosignBy === null ? '' : formatInstant(cosignBy, facts.zone);
  switch (proposalStanding(proposal, facts, (at) => at <= now)) {
    case 'pending':
      return { kind: 'waiting', words: `waits for a surgeon until ${until}; not in force` };
    case 'expired':
      return { kind: 'void', words: `expired ${until} without a signature; never in force` };
    case 'overtaken':
      return { kind: 'void', words: 'overtaken by a later version before it was signed; never in force' };
    case 'declined':
      return { kind: 'void', words: 'declined; never in force' };
    case 'co-signed':
      return { kind: 'past', words: 'co-signed' };
  }
}

/** A version that is carried on, and who signed what it says, or wrote what needed no signature. */
function carriedWords(number: number, facts: CaseFacts, people: People): string {
  const version = facts.versions.find((one) => one.version === number);
  if (!version) return `v${number}`;
  if (version.carries !== null)
    return `v${number}, which carries on ${carriedWords(version.carries, facts, people)}`;
  const { cosignerId, cosignedAt, authorId, recordedAt, unusual } = version;
  const did = cosignerId !== null ? 'co-signed' : unusual.length > 0 ? 'signed' : 'written';
  const who = people[cosignerId ?? authorId] ?? 'name not known';
  return `v${number}, ${did} by ${who}, ${formatInstant(cosignedAt ?? recordedAt, facts.zone)}`;
}

function reviewWords({ review }: Proposal, people: People, zone: string): string | null {
  if (review === null) return null;
  const { decision, byId, recordedAt, note, from } = review;
  const who = `${people[byId] ?? 'name not known'}, ${formatInstant(recordedAt, zone)}`;
  const since = from === null ? '' : `, from ${formatDay(from.day)} slot ${from.slot}`;
  return `${decision === 'co-signed' ? 'Co-signed' : 'Declined'} by ${who}${since}${note === null ? '' : `: ${note}`}`;
}
