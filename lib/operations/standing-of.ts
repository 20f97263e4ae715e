import 'server-only';
import { assess } from '#lib/domain/assess.ts';
import type { Assessment } from '#lib/domain/assessment.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import type { Instant } from '#lib/domain/units.ts';

/** The judgement now, on all that is recorded: clocks of two servers may differ, and the later one counts. */
export function standingOf(facts: CaseFacts, now: Instant): Assessment {
  const lists = [
    facts.operations,
    facts.devices,
    facts.versions,
    facts.events,
    facts.reports,
    facts.measurements,
    facts.deviceEvents,
    facts.recalls,
    facts.complications,
    ...facts.complications.map(({ steps }) => steps),
    facts.contacts,
    facts.caregivers,
    ...facts.caregivers.map(({ trainings }) => trainings),
    facts.decisions,
    facts.proposals.flatMap(({ version, review }) => (review === null ? version : [version, review])),
    facts.removal.checks,
    facts.removal.bookings,
  ];
  let asOf = now;
  for (const list of lists) for (const { recordedAt } of list) if (recordedAt > asOf) asOf = recordedAt;
  return assess(facts, asOf);
}
