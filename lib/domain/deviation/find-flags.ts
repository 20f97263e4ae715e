import type { Course } from '#lib/domain/timeline/course.ts';
import { type Episode, episodeOf } from './episode.ts';
import { type CoveringKind, type Flag, levelRank } from './flag.ts';
import { worstFirst } from './flag-order.ts';
import { RULES, type RuleFinding } from './registry.ts';

/** Every flag that stands, worst first, with the decision that covers it. */
export function findFlags(course: Course): readonly Flag[] {
  return RULES.flatMap((rule) => rule(course))
    .map((finding) => toFlag(course, finding))
    .sort(worstFirst);
}

function toFlag(course: Course, finding: RuleFinding): Flag {
  const episode = episodeOf(course, finding);
  const { counted: _, ...found } = finding;
  const extent = found.extent ?? 1;
  return {
    ...found,
    extent,
    key: episode.key,
    acknowledged: coveringDecision(course, episode, { level: finding.level, extent }),
    ownerId: episode.decisions.findLast(({ kind }) => kind === 'assigned')?.assigneeId ?? null,
    lastDecisionId: episode.decisions.at(-1)?.id ?? null,
  };
}

/** The last word on the flag, if it covers it: it reaches its level and extent, saw all of it, and has not run out. */
function coveringDecision(
  course: Course,
  { decisions, sawAll }: Episode,
  flag: Pick<Flag, 'level' | 'extent'>,
): Flag['acknowledged'] {
  const last = decisions.findLast(({ kind }) => kind !== 'assigned');
  if (!last || !isCovering(last.kind)) return null;
  const { kind, level, extent, until, action, byId, note, recordedAt } = last;
  if (levelRank(level) < levelRank(flag.level) || extent < flag.extent) return null;
  if (!sawAll(last)) return null;
  if (until !== null && course.reached(until)) return null;
  return { kind, level, extent, until, action, byId, note, recordedAt };
}

function isCovering(kind: string): kind is CoveringKind {
  return kind === 'acknowledged' || kind === 'snoozed' || kind === 'resolved';
}
