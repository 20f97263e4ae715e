import 'server-only';
import type { CaseHeader } from '#lib/data/case-facts.ts';
import { newId } from '#lib/data/new-id.ts';
import type { Statement } from '#lib/data/statement.ts';
import type { Actor } from '#lib/domain/access/actor.ts';
import { can } from '#lib/domain/access/can.ts';
import {
  amendedVersion,
  type TurnDecision,
  type TurnDecisionProblem,
} from '#lib/domain/complication/amended-version.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { judgeVersion, type VersionProblem, withVersion } from '#lib/domain/protocol/judge-version.ts';
import { latestNumber } from '#lib/domain/protocol/proposal.ts';
import { type Prescribed, type ProtocolVersion, writtenVersion } from '#lib/domain/protocol/version.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import { judgedRows } from './judged-rows.ts';

export type AmendTurnsReason =
  | TurnDecisionProblem
  /** The version that it would make cannot be followed. */
  | { kind: 'impossible'; field: 'course'; problems: readonly VersionProblem[] };

export type Amending = { actor: Actor; header: CaseHeader; facts: CaseFacts; now: Instant };

/**
 * What an amendment adds to a write: its statements, the facts after it, and the number of the version. `proposed`: the
 * same number where it waits for a surgeon's signature and is not in force; null where it is. `changesLater`: it is, and
 * with it the versions that were to begin after it go on with it in them, or do not begin.
 */
export type AmendedTurns = {
  statements: readonly Statement[];
  facts: CaseFacts;
  version: number;
  proposed: number | null;
  changesLater: boolean;
};

/**
 * The protocol amendment that a decision about the turns makes, for the transaction of what it is decided with. It is
 * judged as any version is: what is unusual waits for a surgeon's signature.
 */
export function amendTurns(
  { actor, header, facts, now }: Amending,
  decision: TurnDecision,
  why: Pick<Prescribed, 'reasonCode' | 'reason'>,
  told: Pick<ProtocolVersion, 'toldAt' | 'toldById'>,
): Result<AmendedTurns, AmendTurnsReason> {
  const next = amendedVersion(facts, decision, why, now);
  if (!next.ok) return next;
  const version = latestNumber(facts) + 1;
  const by = { version, authorId: actor.personId, ...told, recordedAt: now };
  const { clinicId, clinicDefaults } = header;
  const maySign = can(actor, 'protocol.publish', { clinicId, withinBand: false });
  const judged = judgeVersion(facts, writtenVersion(next.value, by), clinicDefaults, maySign);
  if (judged.kind === 'impossible') return refused({ ...judged, field: 'course' });
  return ok({
    statements: judgedRows(facts.caseId, newId(), judged),
    facts: withVersion(facts, judged),
    version,
    proposed: judged.kind === 'pending' ? version : null,
    changesLater: judged.kind === 'in-force' && judged.later.length > 0,
  });
}
