import type { OpenComplicationEvidence } from '#lib/domain/deviation/rules/open-complication.ts';
import type { FlagDecision } from '#lib/domain/facts.ts';
import type { Course } from '#lib/domain/timeline/course.ts';
import { type Flag, levelRank } from './flag.ts';
import { RULES, type RuleFinding } from './registry.ts';

/** Every flag that stands, worst first, with the decision that covers it. */
export function findFlags(course: Course): readonly Flag[] {
  return RULES.flatMap((rule) => rule(course))
    .map((finding) => toFlag(course, finding))
    .sort(worstFirst);
}

function toFlag(course: Course, finding: RuleFinding): Flag {
  const key = flagKey(finding);
  return { ...finding, key, acknowledged: coveringDecision(course, key, finding) };
}

/** Stable for the episode: rule, device, and the slot in which it began, where it began in one. */
function flagKey({ evidence, deviceId, onset }: RuleFinding): string {
  if (evidence.rule === 'open-complication') return complicationKey(evidence);
  const about = evidence.rule === 'not-assessable' ? `${evidence.about}:${evidence.reason}` : '';
  const kind = evidence.rule === 'measured-against-reported' ? evidence.kind : about;
  const since = onset === null ? '' : `${onset.day}#${onset.slot}`;
  return [evidence.rule, kind, deviceId ?? '', since].join('|');
}

/** The complication itself, whatever is corrected of it; graded worse than ever before, it is open again. */
function complicationKey({ rule, complicationId, clavienDindo, severity }: OpenComplicationEvidence): string {
  return [rule, complicationId, clavienDindo ?? '', severity ?? ''].join('|');
}

/** The latest decision about the flag that reaches its level and has not run out. */
function coveringDecision(course: Course, key: string, { level }: RuleFinding): Flag['acknowledged'] {
  let covering: FlagDecision | null = null;
  for (const decision of course.facts.decisions) {
    if (decision.flagKey !== key || levelRank(decision.level) < levelRank(level)) continue;
    if (decision.until !== null && course.reached(decision.until)) continue;
    const isLater =
      covering === null ||
      decision.recordedAt > covering.recordedAt ||
      (decision.recordedAt === covering.recordedAt && decision.id > covering.id);
    if (isLater) covering = decision;
  }
  if (covering === null) return null;
  const { level: covered, until, byId, note } = covering;
  return { level: covered, until, byId, note };
}

function worstFirst(a: Flag, b: Flag): number {
  const open = Number(a.acknowledged !== null) - Number(b.acknowledged !== null);
  return open || levelRank(b.level) - levelRank(a.level) || (a.key < b.key ? -1 : 1);
}
