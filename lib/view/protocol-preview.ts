import type { CaseFacts } from '#lib/domain/facts.ts';
import type { ClinicDefaults } from '#lib/domain/protocol/clinic-defaults.ts';
import { judgeVersion, withVersion } from '#lib/domain/protocol/judge-version.ts';
import { latestNumber } from '#lib/domain/protocol/proposal.ts';
import { latestVersion, type Prescribed, writtenVersion } from '#lib/domain/protocol/version.ts';
import { startOf } from '#lib/domain/protocol/version-start.ts';
import type { Instant } from '#lib/domain/units.ts';
import { type CaseComparison, compareCases, type JudgedCase, judgedCase } from './case-comparison.ts';
import { formatInstant } from './format-date.ts';
import { protocolProblemWords } from './protocol-problem-words.ts';
import { rejudgedWords } from './rejudged-words.ts';
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
      /** Against the version before it; null: it is the first. */
      difference: readonly string[] | null;
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
  if (judged.kind === 'impossible') {
    const isUnfinished = judged.problems.every(({ kind }) => kind === 'reversal-unbounded');
    return { kind: 'impossible', reasons: reasons(judged.problems), isUnfinished };
  }
  const base = latestVersion(facts.versions);
  // A version that waits is shown as it will be once a surgeon has signed it.
  const after = withVersion(facts, { ...judged, kind: 'in-force' });
  const { cosignBy } = judged.version;
  return {
    kind: judged.kind,
    unusual: reasons(judged.problems),
    waitsUntil: cosignBy === null ? null : formatInstant(cosignBy, facts.zone),
    difference: base === null ? null : versionDifference(base, said, facts.devices),
    rejudged: startOf(facts.zone, written) < now ? rejudgedWords(facts, after, now) : [],
    comparison: compareCases(was, after, startOf(facts.zone, written)),
  };
}
