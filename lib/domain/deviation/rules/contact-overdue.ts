import { dayOf } from '#lib/domain/case-day.ts';
import { isReached } from '#lib/domain/contact/contact.ts';
import { extentSince } from '#lib/domain/deviation/extent.ts';
import type { Rule } from '#lib/domain/deviation/rule.ts';
import { toldReports } from '#lib/domain/deviation/told-reports.ts';
import { taughtAt } from '#lib/domain/patient/caregiver.ts';
import type { Course } from '#lib/domain/timeline/course.ts';
import { HOUR_MS, type Instant } from '#lib/domain/units.ts';

/** In what clinic and family last met: a report by telephone or in clinic was taken by somebody who spoke to them. */
export type Encounter = 'contact' | 'report' | 'told' | 'measurement' | 'training' | 'operation';

export type ContactOverdueEvidence = {
  rule: 'contact-overdue';
  sinceAt: Instant;
  encounter: Encounter;
  contactDays: number;
};

/**
 * Nobody of the clinic has been in touch with the family for too long. Fires at `asOf - sinceAt >= contactDays` × 24 h
 * of the version in force (clinic default 7; weekly contact is common, clinical.md §6), while activation goes on.
 */
export const contactOverdue: Rule<ContactOverdueEvidence> = (course) => {
  const { phase, inForce } = course;
  if (inForce === null || phase.kind !== 'activation') return [];
  const last = lastEncounter(course);
  const toleranceMs = inForce.contactDays * 24 * HOUR_MS;
  if (last === null || !course.reached(last.at + toleranceMs)) return [];
  return [
    {
      level: 'look-today',
      extent: extentSince(course, last.at, toleranceMs),
      deviceId: null,
      onset: { day: dayOf(course.facts.zone, last.at), slot: 0 },
      evidence: {
        rule: 'contact-overdue',
        sinceAt: last.at,
        encounter: last.encounter,
        contactDays: inForce.contactDays,
      },
    },
  ];
};

function lastEncounter(course: Course): { at: Instant; encounter: Encounter } | null {
  const { facts, reached } = course;
  let last: { at: Instant; encounter: Encounter } | null = null;
  const met = (at: Instant | null, encounter: Encounter) => {
    if (at !== null && reached(at) && (last === null || at > last.at)) last = { at, encounter };
  };
  for (const { endedAt } of facts.operations) met(endedAt, 'operation');
  for (const caregiver of facts.caregivers) met(taughtAt(caregiver), 'training');
  for (const { toldAt } of facts.versions) met(toldAt, 'told');
  for (const { takenAt } of facts.measurements) met(takenAt, 'measurement');
  for (const { source, recordedAt } of toldReports(course))
    if (source === 'phone' || source === 'clinic') met(recordedAt, 'report');
  for (const contact of facts.contacts) if (isReached(contact)) met(contact.at, 'contact');
  return last;
}
