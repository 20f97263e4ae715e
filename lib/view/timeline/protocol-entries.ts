import type { CaseFacts } from '#lib/domain/facts.ts';
import { baseVersion } from '#lib/domain/protocol/base-version.ts';
import type { Proposal } from '#lib/domain/protocol/proposal.ts';
import type { ProtocolVersion } from '#lib/domain/protocol/version.ts';
import { amendmentWords, REASON_WORDS } from '#lib/view/amendment-words.ts';
import { formatDay, formatInstant } from '#lib/view/format-date.ts';
import { protocolSummary } from '#lib/view/protocol-summary.ts';
import { versionDifference } from '#lib/view/version-difference.ts';
import type { TimelineContext, TimelineEntry } from './timeline-entry.ts';

/** Versions and holds as they were written, what became of those that needed a signature, and when the family was told. */
export function protocolEntries(facts: CaseFacts, context: TimelineContext): TimelineEntry[] {
  const href = `${context.path}/protocol#versions`;
  const waiting = new Set(facts.proposals.map(({ version }) => version.version));
  const written = [
    ...facts.versions.filter(({ version }) => !waiting.has(version)),
    ...facts.proposals.map(({ version }) => version),
  ];
  return [
    ...written.map((version) => versionEntry(version, waiting.has(version.version), facts, context)),
    ...facts.proposals.map((proposal) => answerEntry(proposal, href, facts, context)),
    ...facts.versions.flatMap(({ version, toldAt, toldById }): TimelineEntry[] =>
      toldAt === null
        ? []
        : [
            {
              key: `told:${version}`,
              kind: 'version',
              at: toldAt,
              recordedAt: toldAt,
              title: `Family told of version ${version}`,
              detail: toldById === null ? null : (context.people[toldById] ?? null),
              href,
            },
          ],
    ),
  ];
}

function versionEntry(
  version: ProtocolVersion,
  isProposal: boolean,
  facts: CaseFacts,
  context: TimelineContext,
): TimelineEntry {
  const { version: number, kind, reasonCode, reason, recordedAt, fromDay, fromSlot } = version;
  const said = saidOf(version, facts, context).join('; ');
  return {
    key: `version:${number}`,
    kind: kind === 'hold' ? 'hold' : 'version',
    at: recordedAt,
    recordedAt,
    title: `Version ${number}${isProposal ? ' proposed' : ''}: ${lowered(amendmentWords(version))}, from ${formatDay(fromDay)}, slot ${fromSlot}`,
    detail: `${REASON_WORDS[reasonCode]}${reason === REASON_WORDS[reasonCode] ? '' : `: ${reason.replace(/\.$/, '')}`}. ${said}.`,
    href: `${context.path}/protocol#versions`,
  };
}

/** What the first version prescribes, and what each later one changes about the one before it. */
function saidOf(
  version: ProtocolVersion,
  { devices, versions, zone }: CaseFacts,
  { people }: TimelineContext,
): readonly string[] {
  const base = baseVersion(
    versions.filter((other) => other.version < version.version),
    version,
  );
  if (base === null) {
    return protocolSummary(version, devices, people, zone).plans.map(
      ({ label, words }) => `${label} ${words}`,
    );
  }
  const difference = versionDifference(base, version, devices);
  return difference.length === 0 ? ['Prescribes what the version before it does'] : difference;
}

/** What a surgeon answered to a version that needed his signature, or that nobody did. */
function answerEntry(
  { version, review }: Proposal,
  href: string,
  { zone }: CaseFacts,
  { people, now }: TimelineContext,
): TimelineEntry {
  const { version: number, cosignBy, recordedAt } = version;
  const entry = { key: `answer:${number}`, kind: 'version', href } as const;
  if (review !== null) {
    const by = people[review.byId] ?? 'a surgeon';
    const { recordedAt: at, note } = review;
    const title = `Version ${number} ${review.decision} by ${by}`;
    return { ...entry, at, recordedAt: at, title, detail: note };
  }
  const until = cosignBy ?? recordedAt;
  const isOver = until <= now;
  return {
    ...entry,
    at: isOver ? until : recordedAt,
    recordedAt: isOver ? until : recordedAt,
    title: isOver
      ? `Version ${number} expired without a signature`
      : `Version ${number} waits for a signature`,
    detail: isOver ? null : `Until ${formatInstant(until, zone)}`,
  };
}

function lowered(words: string): string {
  return words.slice(0, 1).toLowerCase() + words.slice(1);
}
