import type { CaseFacts } from '#lib/domain/facts.ts';
import type { ProtocolVersion } from '#lib/domain/protocol/version.ts';
import { versionDifference } from './version-difference.ts';

/** Two versions chosen for comparison, and how they differ in words; `difference` null until both are chosen. */
export type VersionComparison = {
  versions: readonly { value: string; label: string }[];
  from: string;
  to: string;
  difference: readonly string[] | null;
};

/** The versions of a case to choose two from, and the difference of those that the address names. */
export function versionComparison(
  { versions, proposals, devices }: CaseFacts,
  asked: { from?: unknown; to?: unknown },
): VersionComparison | null {
  const written = new Map<string, ProtocolVersion>();
  for (const version of [...proposals.map((one) => one.version), ...versions]) {
    written.set(String(version.version), version);
  }
  if (written.size < 2) return null;
  const numbers = [...written.keys()].sort((a, b) => Number(a) - Number(b));
  const from = written.get(String(asked.from));
  const to = written.get(String(asked.to));
  return {
    versions: numbers.map((value) => ({ value, label: `v${value}` })),
    from: from ? String(from.version) : (numbers.at(-2) ?? ''),
    to: to ? String(to.version) : (numbers.at(-1) ?? ''),
    difference: from && to ? versionDifference(from, to, devices) : null,
  };
}
