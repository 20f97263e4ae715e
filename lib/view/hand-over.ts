import type { Assessment } from '#lib/domain/assessment.ts';
import { type Flag, levelRank } from '#lib/domain/deviation/flag.ts';
import type { CaseFacts, FlagLevel } from '#lib/domain/facts.ts';
import { effectiveReports } from '#lib/domain/turn/effective-reports.ts';
import type { Instant } from '#lib/domain/units.ts';
import { outcomeCounts } from '#lib/view/timeline/call-entries.ts';
import { caseTimeline } from '#lib/view/timeline/case-timeline.ts';
import { entryKey, eventWords, type RecordedChange } from '#lib/view/timeline/recorded-change.ts';
import type { TimelineContext } from '#lib/view/timeline/timeline-entry.ts';
import { PHASE_WORDS } from './case-words.ts';
import { flagSentence } from './flag-sentence.ts';
import { counted, formatInstant } from './format-date.ts';
import { patientName } from './patient-banner.ts';

/** One thing that was written, in words. */
export type ChangeLine = {
  key: string;
  when: string;
  by: string | null;
  title: string;
  detail: string | null;
  href: string;
};

/** What changed about the flags of a case, and those that stand as they stood. */
export type FlagChange = {
  key: string;
  change: 'new' | 'worse' | 'gone' | 'open';
  level: FlagLevel;
  isAssessable: boolean;
  words: string;
};

export type HandOverCase = {
  caseId: string;
  href: string;
  name: string;
  mrn: string;
  phase: string;
  flags: readonly FlagChange[];
  /** `8 turns reported: 7 done, 1 skipped`, for all that brought turns; null: none. */
  turns: string | null;
  lines: readonly ChangeLine[];
};

type Given = {
  caseId: string;
  patient: { familyName: string; givenName: string; mrn: string };
  facts: CaseFacts;
  /** The judgement now; null: the case is closed. */
  assessment: Assessment | null;
  /** The flags at `since`, on what was known then; what has been corrected since counts as corrected. */
  flagsBefore: readonly Flag[];
  changes: readonly RecordedChange[];
  since: Instant;
};

/** What changed in one case since an instant; null where nothing did that anybody must hear of. */
export function handOverCase(given: Given, context: Omit<TimelineContext, 'path'>): HandOverCase | null {
  const { caseId, patient, facts, assessment, changes } = given;
  const path = `/cases/${caseId}`;
  const flags = flagChanges(given);
  const written = changes.filter(({ event }) => event !== 'turns.recorded');
  const hasNews = changes.length > 0 || flags.some(({ change }) => change !== 'open');
  if (!hasNews) return null;
  return {
    caseId,
    href: path,
    name: patientName(patient),
    mrn: patient.mrn,
    phase: assessment === null ? 'Closed' : PHASE_WORDS[assessment.phase.kind],
    flags,
    turns: turnWords(given),
    lines: linesOf(written, facts, { ...context, path }),
  };
}

function flagChanges({ assessment, flagsBefore, facts }: Given): FlagChange[] {
  const devices = facts.devices.map(({ id, label }) => ({ deviceId: id, label }));
  const said = (flag: Flag) => ({
    key: flag.key,
    level: flag.level,
    isAssessable: flag.evidence.rule !== 'not-assessable',
    words: flagSentence(flag, { devices, zone: facts.zone }).headline,
  });
  const now = assessment?.flags ?? [];
  const before = new Map(flagsBefore.map((flag) => [flag.key, flag]));
  const standing = now.map((flag): FlagChange => {
    const was = before.get(flag.key);
    const isWorse =
      was !== undefined && (levelRank(flag.level) > levelRank(was.level) || flag.extent > was.extent);
    const change = was === undefined ? 'new' : isWorse ? 'worse' : 'open';
    return { ...said(flag), change };
  });
  const stands = new Set(now.map(({ key }) => key));
  const gone = flagsBefore
    .filter(({ key }) => !stands.has(key))
    .map((flag): FlagChange => ({ ...said(flag), change: 'gone' }));
  return [...standing.filter(({ change }) => change !== 'open'), ...gone, ...standing.filter(isOpen)];
}

const isOpen = ({ change }: FlagChange) => change === 'open';

function turnWords({ facts, since }: Given): string | null {
  const reports = effectiveReports(facts.reports).filter(({ recordedAt }) => recordedAt > since);
  return reports.length === 0
    ? null
    : `${counted(reports.length, 'turn')} reported: ${outcomeCounts(reports)}`;
}

function linesOf(
  changes: readonly RecordedChange[],
  facts: CaseFacts,
  context: TimelineContext,
): ChangeLine[] {
  const entries = new Map(caseTimeline(facts, context).map((entry) => [entry.key, entry]));
  return changes.map((change, index) => {
    const key = entryKey(change);
    const entry = key === null ? undefined : entries.get(key);
    return {
      key: `${index}`,
      when: formatInstant(change.at, facts.zone),
      by: change.by,
      title: entry?.title ?? eventWords(change.event),
      detail: entry?.detail ?? null,
      href: entry?.href ?? context.path,
    };
  });
}
