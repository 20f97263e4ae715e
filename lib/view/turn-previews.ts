import { assess } from '#lib/domain/assess.ts';
import { amendedVersion, nextSession, type TurnDecision } from '#lib/domain/complication/amended-version.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { isHeld } from '#lib/domain/protocol/amendment-problems.ts';
import { carriedOf, type LaterVersion, laterVersions } from '#lib/domain/protocol/later-versions.ts';
import { latestNumber } from '#lib/domain/protocol/proposal.ts';
import type { RateBand } from '#lib/domain/protocol/validate.ts';
import { writtenVersion } from '#lib/domain/protocol/version.ts';
import type { Instant } from '#lib/domain/units.ts';
import { formatDayShort } from './format-date.ts';
import { projectionWords } from './projection-words.ts';

/** What a decision about the turns would do, before it is made. */
export type TurnPreview = { choice: string; does: string };

type Tried = { choice: string; decision: TurnDecision };

/**
 * What each decision about the turns would do to the case now: from which session it holds, what becomes of the versions
 * signed for later, and when activation would end. Empty where nothing is turned that could be changed.
 */
export function turnPreviews(facts: CaseFacts, band: RateBand, now: Instant): readonly TurnPreview[] {
  const base = nextSession(facts.versions, facts.zone, now)?.version ?? null;
  if (base === null) return [];
  const before = endWords(facts, now);
  const inPlace = facts.devices.filter(
    ({ id, removedAt }) =>
      removedAt === null && base.devices.some((plan) => plan.deviceId === id && !isHeld(plan)),
  );
  if (inPlace.length === 0) return [];
  const most = Math.max(...base.devices.flatMap(({ perSession }) => perSession));
  const tried: Tried[] = [
    ...(inPlace.length > 1
      ? inPlace.map(({ id, label }) => ({ choice: `Hold ${label} alone`, decision: holdOf([id]) }))
      : []),
    { choice: inPlace.length > 1 ? 'Hold all devices' : 'Hold', decision: holdOf([]) },
    {
      choice: 'Slow down to half of the amount',
      decision: { course: 'slow', deviceIds: [], perSession: Math.round(most / 2) },
    },
  ];
  return tried.flatMap(({ choice, decision }) => {
    const next = amendedVersion(facts, decision, { reasonCode: 'other', reason: '' }, now);
    if (!next.ok) return [];
    const by = { version: latestNumber(facts) + 1, authorId: '', toldAt: null, toldById: null };
    const version = writtenVersion(next.value, { ...by, recordedAt: now });
    const later = laterVersions(facts, version, band);
    const versions = [...facts.versions, version, ...carriedOf(later)];
    const after = endWords({ ...facts, versions }, now);
    const from = `from ${formatDayShort(version.fromDay)}, slot ${version.fromSlot}, as version ${version.version}`;
    const does = [from, ...later.map(laterWord), `end of activation at plan: ${before} → ${after}`];
    return { choice, does: does.join('; ') };
  });
}

function holdOf(deviceIds: readonly string[]): TurnDecision {
  return { course: 'hold', deviceIds, perSession: null };
}

/** What a choice makes of a version that is signed for later. */
function laterWord({ version: { version, fromDay }, carried }: LaterVersion): string {
  if (carried === null) return `v${version} of ${formatDayShort(fromDay)} does not begin`;
  return `v${version} of ${formatDayShort(fromDay)} is carried on with it, as version ${carried.version}`;
}

function endWords(facts: CaseFacts, now: Instant): string {
  const { devices, activationEndsAtPlan } = assess(facts, now).forecast;
  return devices.length === 0 ? 'activation is over' : projectionWords(activationEndsAtPlan);
}
