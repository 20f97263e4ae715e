import type { CaseFacts } from '#lib/domain/facts.ts';
import { startOf } from '#lib/domain/protocol/amendment-problems.ts';
import type { ClinicDefaults } from '#lib/domain/protocol/clinic-defaults.ts';
import { judgeVersion, withVersion } from '#lib/domain/protocol/judge-version.ts';
import { latestNumber } from '#lib/domain/protocol/proposal.ts';
import { rejudgedSlots } from '#lib/domain/protocol/rejudged-slots.ts';
import { latestVersion, type Prescribed, writtenVersion } from '#lib/domain/protocol/version.ts';
import type { Instant } from '#lib/domain/units.ts';
import { type CaseComparison, compareCases, type JudgedCase, judgedCase } from './case-comparison.ts';
import { formatActuations } from './format-amount.ts';
import { formatDayShort, formatInstant } from './format-date.ts';
import { protocolProblemWords } from './protocol-problem-words.ts';
import { versionDifference } from './version-difference.ts';

/** What the preview of a version is made from. */
export type PreviewBase = {
  facts: CaseFacts;
  clinic: ClinicDefaults;
  /** Whether the author may publish what is unusual by himself. */
  maySign: boolean;
  now: Instant;
};

/** A version before it is saved: refused with the reason, or what it changes, and what asks for a signature. */
export type ProtocolPreview =
  | { kind: 'impossible'; reasons: readonly string[] }
  | {
      kind: 'in-force' | 'pending';
      unusual: readonly string[];
      /** Until when it would wait for a surgeon; null when it would not. */
      waitsUntil: string | null;
      difference: readonly string[];
      /** Past sessions whose plan it changes, by device. */
      rejudged: readonly string[];
      comparison: CaseComparison;
    };

/** Judges a version as saving would, with the same functions, and compares the case with and without it in force: `was`. */
export function previewVersion(
  said: Prescribed,
  rows: readonly number[],
  { facts, clinic, maySign, now }: PreviewBase,
  was: JudgedCase = judgedCase(facts, now),
): ProtocolPreview {
  const version = latestNumber(facts) + 1;
  const written = writtenVersion(said, {
    version,
    authorId: '',
    toldAt: null,
    toldById: null,
    recordedAt: now,
  });
  const judged = judgeVersion(facts, written, clinic, maySign);
  const reasons = (problems: typeof judged.problems) => [
    ...new Set(problems.map((problem) => protocolProblemWords(problem, rows).sentence)),
  ];
  if (judged.kind === 'impossible') return { kind: 'impossible', reasons: reasons(judged.problems) };
  const base = latestVersion(facts.versions);
  // A version that waits is shown as it will be once a surgeon has signed it.
  const after = withVersion(facts, { ...judged, kind: 'in-force' });
  const { cosignBy } = judged.version;
  return {
    kind: judged.kind,
    unusual: reasons(judged.problems),
    waitsUntil: cosignBy === null ? null : formatInstant(cosignBy, facts.zone),
    difference: base === null ? [] : versionDifference(base, said, facts.devices),
    rejudged: startOf(facts.zone, written) < now ? rejudgedWords(facts, after, now) : [],
    comparison: compareCases(was, after),
  };
}

/** `11-Mar slot 2, Left: 1 → 0`: the past slots whose plan differs, in order. */
export function rejudgedWords(before: CaseFacts, after: CaseFacts, now: Instant): readonly string[] {
  return rejudgedSlots(before, after, now).map(({ day, slot, deviceId, beforeCenti, afterCenti }) => {
    const label = after.devices.find(({ id }) => id === deviceId)?.label ?? '';
    const words = (centi: number | null) => (centi === null ? 'no plan' : formatActuations(centi));
    return `${formatDayShort(day)} slot ${slot}, ${label}: ${words(beforeCenti)} \u2192 ${words(afterCenti)}`;
  });
}
