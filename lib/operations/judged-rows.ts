import 'server-only';
import { newId } from '#lib/data/new-id.ts';
import { insertVersion } from '#lib/data/protocols.ts';
import type { Statement } from '#lib/data/statement.ts';
import type { VersionJudgement } from '#lib/domain/protocol/judge-version.ts';
import { carriedOf, type LaterVersion } from '#lib/domain/protocol/later-versions.ts';

/** The rows of a judged version, and of those that go on with it in them where it is in force. */
export function judgedRows(
  caseId: string,
  id: string,
  judged: Exclude<VersionJudgement, { kind: 'impossible' }>,
): readonly Statement[] {
  const carried = judged.kind === 'in-force' ? carriedRows(caseId, judged.later) : [];
  return [...insertVersion(caseId, id, judged.version), ...carried];
}

/** The rows of the versions that carry others on. */
export function carriedRows(caseId: string, later: readonly LaterVersion[]): readonly Statement[] {
  return carriedOf(later).flatMap((version) => insertVersion(caseId, newId(), version));
}

/** What the trail says of the later versions: which go on as which, and which do not begin any more. */
export function laterDetail(later: readonly LaterVersion[]): { version: number; as: number | null }[] {
  return later.map(({ version, carried }) => ({ version: version.version, as: carried?.version ?? null }));
}
