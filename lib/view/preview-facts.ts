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
    complications: facts.complications.map((one) => ({
      ...one,
      note: null,
      steps: one.steps.map((step) => ({ ...step, note: null })),
    })),
    removal: {
      ...facts.removal,
      checks: facts.removal.checks.map((check) => ({ ...check, note: null })),
      bookings: facts.removal.bookings.map((booking) => ({ ...booking, reason: null })),
    },
    decisions: facts.decisions.map((decision) => ({ ...decision, note: '' })),
  };
}
