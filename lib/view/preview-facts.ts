import type { CaseFacts } from '#lib/domain/facts.ts';

/** The facts that a plan is judged by, without what people wrote in words and without who was involved. */
export function previewFacts(facts: CaseFacts): CaseFacts {
  return {
    ...facts,
    reports: facts.reports.map((report) => ({
      ...report,
      turnedBy: null,
      checkedBy: null,
      siteLook: null,
      note: null,
    })),
    measurements: facts.measurements.map((measurement) => ({ ...measurement, note: null })),
    decisions: facts.decisions.map((decision) => ({ ...decision, note: '' })),
  };
}
