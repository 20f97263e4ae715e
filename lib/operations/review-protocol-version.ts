import 'server-only';
import { writeKey } from '#lib/data/audit.ts';
import { insertReview } from '#lib/data/protocols.ts';
import type { Actor, AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import { bandFor } from '#lib/domain/protocol/clinic-defaults.ts';
import { cosigned, startWhenCosigned } from '#lib/domain/protocol/cosign.ts';
import type { VersionProblem } from '#lib/domain/protocol/judge-version.ts';
import { type ProposalStanding, proposalStanding, type Review } from '#lib/domain/protocol/proposal.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { ReviewProtocolInput } from '#lib/schemas/protocol.ts';
import { type CaseReason, inCase } from './in-case.ts';
import { carriedRows, laterDetail } from './judged-rows.ts';

export type ReviewProtocolReason =
  | CaseReason
  | { kind: 'version-unknown'; field: 'version' }
  /** It was answered, has run out, or another version was written after it. */
  | { kind: 'not-pending'; standing: Exclude<ProposalStanding, 'pending'> }
  /** Nobody signs what he wrote himself. */
  | { kind: 'own-version' }
  /** What has happened since makes it impossible: it is written anew, or declined. */
  | { kind: 'impossible'; problems: readonly VersionProblem[] };

/** A surgeon co-signs a version that waits for it, which then holds, or declines it, which leaves the plan as it is. */
export function reviewProtocolVersion(request: {
  actor: Actor;
  caseId: AuthorizedCaseId;
  input: ReviewProtocolInput;
  now: Instant;
}): Promise<Result<{ version: number }, ReviewProtocolReason>> {
  const { actor, caseId, input, now } = request;
  const { id, version, decision, note } = input;
  return inCase<{ version: number }, ReviewProtocolReason>(
    { actor, caseId, now, action: 'protocol.cosign', write: writeKey(id, { caseId, input }) },
    ({ header, facts }) => {
      const proposal = facts.proposals.find((one) => one.version.version === version);
      if (!proposal) return refused({ kind: 'version-unknown', field: 'version' });
      const standing = proposalStanding(proposal, facts, (at) => at <= now);
      if (standing !== 'pending') return refused({ kind: 'not-pending', standing });
      if (proposal.version.authorId === actor.personId) return refused({ kind: 'own-version' });
      const from = decision === 'co-signed' ? startWhenCosigned(facts, proposal.version, now) : null;
      const review: Review = { decision, from, note, byId: actor.personId, recordedAt: now };
      const after = cosigned(facts, proposal, review, bandFor(header.clinicDefaults, facts.site));
      if (after.problems.length > 0) return refused({ kind: 'impossible', problems: after.problems });
      return ok({
        value: { version },
        change: {
          statements: [insertReview(caseId, id, version, review), ...carriedRows(caseId, after.later)],
          after: { header, facts: after.facts },
          event: decision === 'co-signed' ? 'protocol.co-signed' : 'protocol.declined',
          detail: { id, version, decision, from, note, later: laterDetail(after.later) },
        },
      });
    },
    { protocol_review_id_key: { kind: 'id-reused' } },
  );
}
