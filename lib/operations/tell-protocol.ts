import 'server-only';
import { insertNotice } from '#lib/data/protocols.ts';
import type { Actor, AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { TellProtocolInput } from '#lib/schemas/protocol.ts';
import { type CaseReason, inCase } from './in-case.ts';
import { type MomentRefusal, resolvePast } from './resolve-moment.ts';

export type TellProtocolReason =
  | CaseReason
  | MomentRefusal<'toldAt'>
  | { kind: 'version-unknown'; field: 'version' }
  | { kind: 'already-told'; field: 'version'; toldAt: Instant };

/** Records when the family was told of a version. It is said once. */
export function tellProtocol(request: {
  actor: Actor;
  caseId: AuthorizedCaseId;
  input: TellProtocolInput;
  now: Instant;
}): Promise<Result<{ version: number }, TellProtocolReason>> {
  const { actor, caseId, input, now } = request;
  const { version } = input;
  return inCase<{ version: number }, TellProtocolReason>(
    { actor, caseId, now, action: 'protocol.publish', write: null },
    ({ header, facts }) => {
      const told = facts.versions.find((other) => other.version === version);
      if (!told) return refused({ kind: 'version-unknown', field: 'version' });
      const at = resolvePast(facts.zone, input.toldAt, 'toldAt', now);
      if (!at.ok) return at;
      if (told.toldAt === at.value) return ok({ value: { version }, change: null });
      if (told.toldAt !== null)
        return refused({ kind: 'already-told', field: 'version', toldAt: told.toldAt });
      const toldAt = at.value;
      const toldById = input.toldById ?? actor.personId;
      const versions = facts.versions.map((other) =>
        other === told ? { ...told, toldAt, toldById } : other,
      );
      return ok({
        value: { version },
        change: {
          statements: [
            insertNotice({ caseId, version, toldAt, toldById, recordedBy: actor.personId, recordedAt: now }),
          ],
          after: { header, facts: { ...facts, versions } },
          event: 'protocol.told',
          detail: { version, toldAt },
        },
      });
    },
  );
}
