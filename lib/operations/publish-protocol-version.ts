import 'server-only';
import { writeKey } from '#lib/data/audit.ts';
import type { CaseHeader } from '#lib/data/case-facts.ts';
import { insertVersion } from '#lib/data/protocols.ts';
import type { Actor, AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import { can } from '#lib/domain/access/can.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { bandFor } from '#lib/domain/protocol/clinic-defaults.ts';
import { latestNumber } from '#lib/domain/protocol/proposal.ts';
import { type ProtocolProblem, protocolProblems } from '#lib/domain/protocol/validate.ts';
import { latestVersion, type ProtocolVersion } from '#lib/domain/protocol/version.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { PublishProtocolInput } from '#lib/schemas/protocol.ts';
import { type CaseReason, inCase } from './in-case.ts';
import { type MomentRefusal, resolvePast } from './resolve-moment.ts';

export type PublishProtocolReason =
  | CaseReason
  | MomentRefusal<'toldAt'>
  /** Another version came in between; `theirs` is the latest. */
  | { kind: 'stale'; theirs: ProtocolVersion | null }
  /** What cannot be followed. */
  | { kind: 'impossible'; problems: readonly ProtocolProblem[] }
  /** Outside the clinic's band, past travel or otherwise unusual: a surgeon publishes it. */
  | { kind: 'needs-surgeon'; problems: readonly ProtocolProblem[] };

/** Publishes the next version of the protocol: the first one, or one on top of the version its author saw. */
export function publishProtocolVersion(request: {
  actor: Actor;
  caseId: AuthorizedCaseId;
  input: PublishProtocolInput;
  now: Instant;
}): Promise<Result<{ version: number }, PublishProtocolReason>> {
  const { actor, caseId, input, now } = request;
  return inCase<{ version: number }, PublishProtocolReason>(
    { actor, caseId, now, action: 'protocol.publish', write: writeKey(input.id, { caseId, input }) },
    ({ header, facts }) => {
      const theirs = latestWritten(facts);
      if (latestNumber(facts) !== input.baseVersion) return refused({ kind: 'stale', theirs });
      const toldAt = input.toldAt === null ? ok(null) : resolvePast(facts.zone, input.toldAt, 'toldAt', now);
      if (!toldAt.ok) return toldAt;
      const next = toVersion(input, {
        authorId: actor.personId,
        toldAt: toldAt.value,
        toldById: toldAt.value === null ? null : (input.toldById ?? actor.personId),
        recordedAt: now,
      });
      const refusal = refusalOf(actor, header, facts, next);
      if (refusal) return refused(refusal);
      const { version, fromDay, fromSlot } = next;
      return ok({
        value: { version },
        change: {
          statements: insertVersion(caseId, input.id, next),
          after: { header, facts: { ...facts, versions: [...facts.versions, next] } },
          event: 'protocol.published',
          detail: { id: input.id, version, fromDay, fromSlot },
        },
      });
    },
    { protocol_version_id_key: { kind: 'id-reused' } },
  );
}

function latestWritten({ versions, proposals }: CaseFacts): ProtocolVersion | null {
  return latestVersion([...versions, ...proposals.map(({ version }) => version)]);
}

function toVersion(
  { id: _, baseVersion, ...said }: PublishProtocolInput,
  by: Pick<ProtocolVersion, 'authorId' | 'toldAt' | 'toldById' | 'recordedAt'>,
): ProtocolVersion {
  return {
    ...said,
    version: baseVersion + 1,
    unusual: [],
    cosignBy: null,
    cosignerId: null,
    cosignedAt: null,
    ...by,
  };
}

function refusalOf(
  actor: Actor,
  { clinicId, clinicDefaults }: CaseHeader,
  facts: CaseFacts,
  next: ProtocolVersion,
): PublishProtocolReason | null {
  const problems = protocolProblems(facts, next, bandFor(clinicDefaults, facts.site));
  const impossible = problems.filter(({ severity }) => severity === 'impossible');
  if (impossible.length > 0) return { kind: 'impossible', problems: impossible };
  const mayPublish = can(actor, 'protocol.publish', { clinicId, withinBand: problems.length === 0 });
  return mayPublish ? null : { kind: 'needs-surgeon', problems };
}
