import { byPlacement } from '#lib/domain/device/by-placement.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import type { Horizon } from './horizon.ts';

/**
 * The facts that had been recorded by then: a judgement of last week is made on what was known last week.
 * Devices come in the order of their placement, then of their labels.
 */
export function knownFacts(facts: CaseFacts, { reached }: Horizon): CaseFacts {
  const known = (fact: { recordedAt: number }) => reached(fact.recordedAt);
  return {
    ...facts,
    operations: facts.operations.filter(known),
    devices: facts.devices.filter(known).sort(byPlacement),
    versions: facts.versions.filter(({ cosignedAt, recordedAt }) => reached(cosignedAt ?? recordedAt)),
    proposals: facts.proposals.filter(({ version }) => known(version)),
    events: facts.events.filter(known),
    reports: facts.reports.filter(known),
    deviceEvents: facts.deviceEvents.filter(known),
    recalls: facts.recalls.filter(known),
    measurements: facts.measurements.filter(known),
    complications: facts.complications
      .filter(known)
      .map((complication) => ({ ...complication, steps: complication.steps.filter(known) })),
    contacts: facts.contacts.filter(({ signsToldAt }) => reached(signsToldAt)),
    caregivers: facts.caregivers
      .filter(known)
      .map((caregiver) => ({ ...caregiver, trainings: caregiver.trainings.filter(known) })),
    decisions: facts.decisions.filter(known),
    removal: {
      ...facts.removal,
      checks: facts.removal.checks.filter(known),
      bookings: facts.removal.bookings.filter(known),
      visits: facts.removal.visits.filter(known),
    },
  };
}
