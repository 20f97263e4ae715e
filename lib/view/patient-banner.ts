import type { Assessment } from '#lib/domain/assessment.ts';
import { dayOf } from '#lib/domain/case-day.ts';
import type { Day, Instant } from '#lib/domain/units.ts';
import { formatAge } from './format-age.ts';
import { formatDay } from './format-date.ts';

/** Who the patient is, as it is recorded. */
export type BannerPatient = {
  familyName: string;
  givenName: string;
  sex: string;
  bornDay: Day;
  mrn: string;
};

/** The line that stands on every screen and print of a case. */
export type PatientBanner = {
  /** `FAMILY, Given`. */
  name: string;
  /** `14-Jul-2025 (16 m)`. */
  born: string;
  sex: string;
  mrn: string;
  /** What nobody may overlook: a hold, a case that is closed. */
  alerts: readonly string[];
};

/** `FAMILY, Given`. */
export function patientName({
  familyName,
  givenName,
}: Pick<BannerPatient, 'familyName' | 'givenName'>): string {
  return `${familyName.toLocaleUpperCase('en')}, ${givenName}`;
}

export function patientBanner(
  patient: BannerPatient,
  assessment: Assessment,
  { zone, closedAt }: { zone: string; closedAt: Instant | null },
  now: Instant,
): PatientBanner {
  const held = assessment.devices.filter(({ onHold }) => onHold).map(({ label }) => label);
  const alerts: string[] = [];
  if (held.length > 0) {
    alerts.push(held.length === assessment.devices.length ? 'Hold' : `Hold: ${held.join(', ')}`);
  }
  if (assessment.phase.stoppedEarly) alerts.push('Stopped early');
  // A standing that was stored before there was such a decision says nothing of it.
  if (assessment.phase.earlyRemovalDecidedAt) alerts.push('Early removal decided');
  if (closedAt !== null) alerts.push(`Closed ${formatDay(dayOf(zone, closedAt))}`);
  return {
    name: patientName(patient),
    born: `${formatDay(patient.bornDay)} (${formatAge(patient.bornDay, dayOf(zone, now))})`,
    sex: patient.sex === 'unknown' ? 'sex not known' : patient.sex,
    mrn: patient.mrn,
    alerts,
  };
}
