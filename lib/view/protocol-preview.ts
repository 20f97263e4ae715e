import type { CaseFacts } from '#lib/domain/facts.ts';
import { baseVersion } from '#lib/domain/protocol/base-version.ts';
import type { ClinicDefaults } from '#lib/domain/protocol/clinic-defaults.ts';
import { judgeVersion, type VersionProblem, withVersion } from '#lib/domain/protocol/judge-version.ts';
import { otherBase } from '#lib/domain/protocol/other-base.ts';
import { latestNumber } from '#lib/domain/protocol/proposal.ts';
import { type Prescribed, writtenVersion } from '#lib/domain/protocol/version.ts';
import { startOf } from '#lib/domain/protocol/version-start.ts';
import type { Instant } from '#lib/domain/units.ts';
import { type CaseComparison, compareCases, type JudgedCase, judgedCase } from './case-comparison.ts';
import { formatInstant } from './format-date.ts';
import { type LaterWords, laterWords } from './later-words.ts';
import { protocolProblemWords } from './protocol-problem-words.ts';
import { type Rejudged, rejudgedWords } from './rejudged-words.ts';
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
  /** `isUnfinished`: nothing is wrong yet, what bounds a reversal is still to be given. */
  | { kind: 'impossible'; reasons: readonly string[]; isUnfinished: boolean }
  | {
      kind: 'in-force' | 'pending';
      unusual: readonly string[];
      /** Until when it would wait for a surgeon; null when it would not. */
      waitsUntil: string | null;
      /** `v1 → v3`: the version in force at its start, which it changes; null: it is the first. */
      against: string | null;
      /** Against that version; null: it is the first. */
      difference: readonly string[] | null;
      /** What becomes of the versions that were to begin after it. */
      later: readonly LaterWords[];
      /** Past sessions whose plan it changes, by device. */
      rejudged: Rejudged | null;
      comparison: CaseComparison;
    };

/**
 * Judges a version as saving would, with the same functions, and compares the case with and without it in force: `was`.
 * `drafted`: the number of the version that the form started from.
 */
export function previewVersion(
  { drafted = null, ...said }: Prescribed & { drafted?: number | null | undefined },
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
  const reasons = (problems: readonly VersionProblem[]) => [
    ...new Set(problems.map((problem) => protocolProblemWords(problem, rows).sentence)),
  ];
  const other = otherBase(facts.versions, said, drafted);
  if (other.length > 0) return { kind: 'impossible', reasons: reasons(other), isUnfinished: false };
  const judged = judgeVersion(facts, written, clinic, maySign);
  if (judged.kind === 'impossible') {
    const isUnfinished = judged.problems.every(({ kind }) => kind === 'reversal-unbounded');
    return { kind: 'impossible', reasons: reasons(judged.problems), isUnfinished };
  }
  const base = baseVersion(facts.versions, said);
  // A version that waits is shown as it will be once a surgeon has signed it.
  const after = withVersion(facts, { ...judged, kind: 'in-force' });
  const { cosignBy } = judged.version;
  return {
    kind: judged.kind,
    unusual: reasons(judged.problems),
    waitsUntil: cosignBy === null ? null : formatInstant(cosignBy, facts.zone),
    against: base && `v${base.version} \u2192 v${version}`,
    later: laterWords(judged.later, written, facts.devices),
    difference: base === null ? null : versionDifference(base, said, facts.devices),
    rejudged: startOf(facts.zone, written) < now ? rejudgedWords(facts, after, now) : null,
    comparison: compareCases(was, after, startOf(facts.zone, written)),
  };
}
