import { dayOf } from '#lib/domain/case-day.ts';
import type { Instant } from '#lib/domain/units.ts';
import { formatDay } from './format-date.ts';
import { patientName } from './patient-banner.ts';

type ClosedCase = {
  caseId: string;
  familyName: string;
  givenName: string;
  mrn: string;
  closedAt: Instant;
  zone: string;
};

/** A closed case as a line of the search. */
export type ClosedRow = { caseId: string; name: string; mrn: string; closedOn: string };

export function closedRow({ caseId, mrn, closedAt, zone, ...name }: ClosedCase): ClosedRow {
  return { caseId, name: patientName(name), mrn, closedOn: formatDay(dayOf(zone, closedAt)) };
}
