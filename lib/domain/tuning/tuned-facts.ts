import type { CaseFacts } from '#lib/domain/facts.ts';
import type { ClinicDefaults } from '#lib/domain/protocol/clinic-defaults.ts';
import type { ProtocolVersion, Tolerances } from '#lib/domain/protocol/version.ts';

/** What of a clinic's defaults decides when a flag is raised. */
export type Tuning = Pick<
  ClinicDefaults,
  'tolerances' | 'minIntervalMin' | 'contactDays' | 'overdueRemovalDays'
>;

/**
 * A case as it would be, had the clinic had other defaults: a version that took a default over has the other one, a
 * version with a figure of its own keeps it.
 */
export function tunedFacts(facts: CaseFacts, now: Tuning, other: Tuning): CaseFacts {
  return {
    ...facts,
    versions: facts.versions.map((version) => tunedVersion(version, now, other)),
    removal: { ...facts.removal, overdueDays: other.overdueRemovalDays },
  };
}

function tunedVersion(version: ProtocolVersion, now: Tuning, other: Tuning): ProtocolVersion {
  const pick = (own: number, was: number, would: number) => (own === was ? would : own);
  const keys = Object.keys(version.tolerances) as (keyof Tolerances)[];
  const tolerances = Object.fromEntries(
    keys.map((key) => [key, pick(version.tolerances[key], now.tolerances[key], other.tolerances[key])]),
  ) as Tolerances;
  return {
    ...version,
    tolerances,
    minIntervalMin: pick(version.minIntervalMin, now.minIntervalMin, other.minIntervalMin),
    contactDays: pick(version.contactDays, now.contactDays, other.contactDays),
  };
}
