import type { CaseFacts } from '#lib/domain/facts.ts';
import type { Instant } from '#lib/domain/units.ts';

/** What had been recorded by an instant, wherever it stands among the facts. */
export function knownBy(facts: CaseFacts, asOf: Instant): CaseFacts {
  return known(facts, asOf) as CaseFacts;
}

function known(value: unknown, asOf: Instant): unknown {
  if (Array.isArray(value))
    return value.filter((entry) => !isLater(entry, asOf)).map((entry) => known(entry, asOf));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, known(entry, asOf)]));
}

function isLater(value: unknown, asOf: Instant): boolean {
  return (
    typeof value === 'object' && value !== null && 'recordedAt' in value && Number(value.recordedAt) > asOf
  );
}
