import type { CaseFacts } from '#lib/domain/facts.ts';
import { HOUR_MS } from '#lib/domain/units.ts';
import { UNUSUAL, type Unusual } from './amendment.ts';
import { type AmendmentProblem, amendmentProblems } from './amendment-problems.ts';
import { baseVersion } from './base-version.ts';
import { bandFor, type ClinicDefaults } from './clinic-defaults.ts';
import { carriedOf, type LaterVersion, laterVersions } from './later-versions.ts';
import type { OtherBase } from './other-base.ts';
import { stoodBefore } from './stood-before.ts';
import { type ProtocolProblem, protocolProblems } from './validate.ts';
import type { ProtocolVersion } from './version.ts';

/** An amendment in whose place a version was signed for later, which turns a device by less and cannot be followed too. */
export type MoreThanSigned = {
  severity: 'unusual';
  kind: 'more-than-signed';
  field: 'perSession';
  deviceId: string;
  signed: ProtocolVersion;
};

export type VersionProblem = ProtocolProblem | AmendmentProblem | OtherBase | MoreThanSigned;

type Judged = {
  version: ProtocolVersion;
  problems: readonly VersionProblem[];
  /** The versions that were to begin after it, and what becomes of them once it holds. */
  later: readonly LaterVersion[];
};

/** What is to become of a version: refused, in force as written, or waiting for a surgeon until `version.cosignBy`. */
export type VersionJudgement =
  | { kind: 'impossible'; problems: readonly VersionProblem[] }
  | (Judged & { kind: 'in-force' | 'pending' });

/**
 * Judges a version as it would be written at its `recordedAt`. `maySign`: whether its author may publish what is
 * unusual by himself; else it waits for a surgeon, for as long as the clinic's setting says. Of a hold only what it
 * changes is unusual: it does not wait for what stood before it.
 */
export function judgeVersion(
  facts: CaseFacts,
  written: ProtocolVersion,
  clinic: ClinicDefaults,
  maySign: boolean,
): VersionJudgement {
  const all = versionProblems(facts, written, clinic);
  const impossible = all.filter(({ severity }) => severity === 'impossible');
  if (impossible.length > 0) return { kind: 'impossible', problems: impossible };
  const later = laterVersions(facts, written, bandFor(clinic, facts.site));
  const replaced = replacedBy(facts, written, later);
  const problems = [
    ...(written.kind === 'hold' ? all.filter((problem) => !stoodBefore(replaced, written, problem)) : all),
    ...later.flatMap(moreThanSigned),
  ];
  const unusual = UNUSUAL.filter((one) => problems.some(({ kind }) => kind === one)) as readonly Unusual[];
  if (unusual.length === 0 || maySign) {
    return { kind: 'in-force', version: { ...written, unusual, cosignBy: null }, problems, later };
  }
  const cosignBy = written.recordedAt + clinic.cosignHours * HOUR_MS;
  return { kind: 'pending', version: { ...written, unusual, cosignBy }, problems, later };
}

function versionProblems(
  facts: CaseFacts,
  written: ProtocolVersion,
  clinic: ClinicDefaults,
): readonly VersionProblem[] {
  const problems = protocolProblems(facts, written, bandFor(clinic, facts.site));
  // Amounts that do not fit their sessions cannot be laid out.
  if (problems.some(({ severity }) => severity === 'impossible')) return problems;
  return [...problems, ...amendmentProblems(facts, written, clinic.retroactiveHours)];
}

function moreThanSigned({ version: signed, exceeded }: LaterVersion): readonly MoreThanSigned[] {
  return exceeded.map((deviceId) => ({
    severity: 'unusual',
    kind: 'more-than-signed',
    field: 'perSession',
    deviceId,
    signed,
  }));
}

/** The versions in whose place another is in force: the one that it changes, and those that do not begin any more. */
function replacedBy(
  { versions }: CaseFacts,
  written: ProtocolVersion,
  later: readonly LaterVersion[],
): readonly ProtocolVersion[] {
  const base = baseVersion(versions, written);
  const gone = later.flatMap(({ version, carried }) => (carried === null ? version : []));
  return base === null ? gone : [...new Set([base, ...gone])];
}

/** The case as it is once a judged version is written. */
export function withVersion(
  facts: CaseFacts,
  judged: Exclude<VersionJudgement, { kind: 'impossible' }>,
): CaseFacts {
  const { version, later } = judged;
  return judged.kind === 'in-force'
    ? { ...facts, versions: [...facts.versions, version, ...carriedOf(later)] }
    : { ...facts, proposals: [...facts.proposals, { version, review: null }] };
}
