import { dayFromIso, instantAt } from '#lib/domain/case-day.ts';
import type { CaseFacts, CourseEvent } from '#lib/domain/facts.ts';
import type { AmendmentKind } from '#lib/domain/protocol/amendment.ts';
import { FIRST_DEFAULTS } from '#lib/domain/protocol/clinic-defaults.ts';
import { draftPlans } from '#lib/domain/protocol/draft-plans.ts';
import { judgeVersion, withVersion } from '#lib/domain/protocol/judge-version.ts';
import { type DevicePlan, latestVersion, writtenVersion } from '#lib/domain/protocol/version.ts';
import { caseToAmend } from './amended-case.ts';

/** A family in New York, cared for in Zurich: its clocks go forward in the night before the amendment holds. */
export const ZONE = 'America/New_York';
export const day = (iso: string) => dayFromIso(iso) ?? 0;
/** When the amendment is written, a Saturday noon; it holds from Sunday on. */
export const written = instantAt(ZONE, day('2026-03-07'), 12 * 60);
export const SUNDAY = day('2026-03-08');
/** Monday night, when it is looked at again. */
export const seen = instantAt(ZONE, day('2026-03-09'), 22 * 60);

export const base = () => caseToAmend(ZONE);

/** A case with one more version that a surgeon writes; throws with the problems where it is impossible. */
export function amended(
  facts: CaseFacts,
  kind: AmendmentKind,
  change: (plans: readonly DevicePlan[]) => readonly DevicePlan[] = (plans) => plans,
  device: string | null = null,
  lastDay: number | null = null,
  sessions: readonly number[] | null = null,
): CaseFacts {
  const latest = latestVersion(facts.versions);
  if (!latest) throw new Error('There is no version.');
  const devices = change(draftPlans(facts.versions, latest, kind, device));
  const said = {
    ...latest,
    kind,
    fromDay: SUNDAY,
    fromSlot: 1,
    devices,
    lastDay,
    sessions: sessions ?? latest.sessions,
  };
  const by = { version: latest.version + 1, authorId: 'surgeon', toldAt: null, toldById: null };
  const judged = judgeVersion(
    facts,
    writtenVersion(said, { ...by, recordedAt: written }),
    FIRST_DEFAULTS,
    true,
  );
  if (judged.kind === 'impossible') throw new Error(JSON.stringify(judged.problems));
  return withVersion(facts, judged);
}

/** The case with these decisions about its course and no others. */
export const decided = (facts: CaseFacts, ...events: CourseEvent[]): CaseFacts => ({ ...facts, events });
