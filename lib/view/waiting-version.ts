import type { CaseFacts } from '#lib/domain/facts.ts';
import type { ClinicDefaults } from '#lib/domain/protocol/clinic-defaults.ts';
import { bandFor } from '#lib/domain/protocol/clinic-defaults.ts';
import { cosigned, startWhenCosigned } from '#lib/domain/protocol/cosign.ts';
import { proposalStanding } from '#lib/domain/protocol/proposal.ts';
import { startOf } from '#lib/domain/protocol/version-start.ts';
import type { Instant } from '#lib/domain/units.ts';
import { type CaseComparison, compareCases, judgedCase } from './case-comparison.ts';
import { type LaterWords, laterWords, slotWords } from './later-words.ts';
import { type Rejudged, rejudgedWords } from './rejudged-words.ts';

/** A version that waits for a surgeon, with what it would do if it were signed now. */
export type WaitingVersion = {
  version: number;
  authorId: string;
  /** The slot from which it would hold if it were signed now, where that is not the one it was written for. */
  startsInstead: string | null;
  rejudged: Rejudged | null;
  /** What becomes of the versions that are to begin after it. */
  later: readonly LaterWords[];
  comparison: CaseComparison;
};

/** The version of a case that waits for a signature; null when none does: only the latest can. */
export function waitingVersion(
  facts: CaseFacts,
  clinic: ClinicDefaults,
  now: Instant,
): WaitingVersion | null {
  const proposal = facts.proposals.find(
    (one) => proposalStanding(one, facts, (at) => at <= now) === 'pending',
  );
  if (!proposal) return null;
  const { version } = proposal;
  const from = startWhenCosigned(facts, version, now);
  const review = { decision: 'co-signed' as const, from, note: null, byId: '', recordedAt: now };
  const { facts: after, later } = cosigned(facts, proposal, review, bandFor(clinic, facts.site));
  const begins = { fromDay: from.day, fromSlot: from.slot };
  const isMoved = from.day !== version.fromDay || from.slot !== version.fromSlot;
  return {
    version: version.version,
    authorId: version.authorId,
    startsInstead: isMoved ? slotWords(begins) : null,
    rejudged: rejudgedWords(facts, after, now),
    later: laterWords(later, { ...version, ...begins }, facts.devices),
    comparison: compareCases(judgedCase(facts, now), after, startOf(facts.zone, { ...version, ...begins })),
  };
}
