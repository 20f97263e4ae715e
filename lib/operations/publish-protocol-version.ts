import 'server-only';
import { writeKey } from '#lib/data/audit.ts';
import type { Actor, AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import { can } from '#lib/domain/access/can.ts';
import type { Device } from '#lib/domain/device/device.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { judgeVersion, type VersionProblem, withVersion } from '#lib/domain/protocol/judge-version.ts';
import { otherBase } from '#lib/domain/protocol/other-base.ts';
import { latestNumber } from '#lib/domain/protocol/proposal.ts';
import { latestVersion, type ProtocolVersion, writtenVersion } from '#lib/domain/protocol/version.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { PublishProtocolInput } from '#lib/schemas/protocol.ts';
import { type CaseReason, inCase } from './in-case.ts';
import { judgedRows, laterDetail } from './judged-rows.ts';
import { type MomentRefusal, resolvePast } from './resolve-moment.ts';

export type PublishProtocolReason =
  | CaseReason
  | MomentRefusal<'toldAt'>
  /** Another version came in between; `theirs` is the latest that somebody wrote, in force or waiting. */
  | { kind: 'stale'; theirs: ProtocolVersion | null; devices: readonly Device[] }
  /** What cannot be followed. */
  | { kind: 'impossible'; problems: readonly VersionProblem[] };

/** `pending`: it is unusual and waits for a surgeon's signature; it is not in force. */
export type PublishedVersion = { version: number; pending: boolean };

/** Writes the next version of the protocol: the first one, or one on top of the version its author saw. */
export function publishProtocolVersion(request: {
  actor: Actor;
  caseId: AuthorizedCaseId;
  input: PublishProtocolInput;
  now: Instant;
}): Promise<Result<PublishedVersion, PublishProtocolReason>> {
  const { actor, caseId, input, now } = request;
  return inCase<PublishedVersion, PublishProtocolReason>(
    { actor, caseId, now, action: 'protocol.publish', write: writeKey(input.id, { caseId, input }) },
    ({ header, facts }) => {
      if (latestNumber(facts) !== input.seenVersion) {
        return refused({ kind: 'stale', theirs: latestWritten(facts), devices: facts.devices });
      }
      const toldAt = input.toldAt === null ? ok(null) : resolvePast(facts.zone, input.toldAt, 'toldAt', now);
      if (!toldAt.ok) return toldAt;
      const { id, seenVersion, drafted, toldAt: _, toldById, ...said } = input;
      const other = otherBase(facts.versions, said, drafted ?? null);
      if (other.length > 0) return refused({ kind: 'impossible', problems: other });
      const written = writtenVersion(said, {
        version: seenVersion + 1,
        authorId: actor.personId,
        toldAt: toldAt.value,
        toldById: toldAt.value === null ? null : (toldById ?? actor.personId),
        recordedAt: now,
      });
      const maySign = can(actor, 'protocol.publish', { clinicId: header.clinicId, withinBand: false });
      const judged = judgeVersion(facts, written, header.clinicDefaults, maySign);
      if (judged.kind === 'impossible') return refused(judged);
      const { version, kind, fromDay, fromSlot, unusual, cosignBy } = judged.version;
      const pending = judged.kind === 'pending';
      const later = pending ? [] : laterDetail(judged.later);
      return ok({
        value: { version, pending },
        change: {
          statements: judgedRows(caseId, id, judged),
          after: { header, facts: withVersion(facts, judged) },
          event: pending ? 'protocol.proposed' : 'protocol.published',
          detail: { id, version, kind, fromDay, fromSlot, unusual, cosignBy, later },
        },
      });
    },
    { protocol_version_id_key: { kind: 'id-reused' } },
  );
}

function latestWritten({ versions, proposals }: CaseFacts): ProtocolVersion | null {
  const written = [...versions, ...proposals.map(({ version }) => version)];
  return latestVersion(written.filter(({ carries }) => carries === null));
}
