import type { Assessment, DeviceProgress } from '#lib/domain/assessment.ts';
import { dayOf } from '#lib/domain/case-day.ts';
import type { Flag } from '#lib/domain/deviation/flag.ts';
import type { FlagLevel } from '#lib/domain/facts.ts';
import { type Day, type Instant, MINUTE_MS, type Um } from '#lib/domain/units.ts';
import { PHASE_WORDS } from './case-words.ts';
import { flagSentence } from './flag-sentence.ts';
import { formatAge } from './format-age.ts';
import { formatMm } from './format-amount.ts';
import { formatDuration, formatInstant } from './format-date.ts';
import { nextDate } from './next-date.ts';
import { patientName } from './patient-banner.ts';
import { phaseDay } from './phase-day.ts';
import { type SlotStrip, slotStrip } from './slot-strip.ts';

/** A case of the worklist as it is stored. */
export type WorklistCase = {
  caseId: string;
  zone: string;
  patient: { familyName: string; givenName: string; mrn: string; bornDay: Day; sex: string };
  surgeonName: string;
  assessment: Assessment;
};

export type WorklistDevice = {
  label: string;
  /** All of it in words, with units. */
  words: string;
  targetUm: Um;
  plannedUm: Um | null;
  reportedUm: Um;
  tolerance: { behind: Um; ahead: Um } | undefined;
  onHold: boolean;
};

export type WorklistRow = {
  caseId: string;
  name: string;
  age: string;
  mrn: string;
  phase: string;
  phaseDay: string | null;
  devices: readonly WorklistDevice[];
  /** Why there is no device to show. */
  noDevice: string;
  /** The last seven days; null before the first slot. */
  strip: SlotStrip | null;
  lastReport: { ago: string; at: string } | null;
  top: { level: FlagLevel; sentence: string; isAssessable: boolean; acknowledged: boolean } | null;
  moreFlags: number;
  surgeon: string;
  next: { what: string; when: string } | null;
};

/** One line of the worklist. `at` is now; the judgement is the stored one. */
export function worklistRow(row: WorklistCase, at: Instant): WorklistRow {
  const { assessment, patient, zone } = row;
  const top = assessment.flags[0];
  return {
    caseId: row.caseId,
    name: patientName(patient),
    age: formatAge(patient.bornDay, dayOf(zone, at)),
    mrn: patient.mrn,
    phase: PHASE_WORDS[assessment.phase.kind],
    phaseDay: phaseDay(assessment, zone, at),
    devices: assessment.devices
      .filter(({ inPlace }) => inPlace)
      .map((device) => worklistDevice(device, assessment)),
    noDevice: assessment.devices.length === 0 ? 'no device yet' : 'devices removed',
    strip: slotStrip(assessment.recent),
    lastReport: lastReport(assessment, zone, at),
    top: top ? topFlag(top, assessment, zone) : null,
    moreFlags: Math.max(0, assessment.flags.length - 1),
    surgeon: row.surgeonName,
    next: nextDate(assessment, zone),
  };
}

function topFlag(flag: Flag, { devices }: Assessment, zone: string): WorklistRow['top'] {
  return {
    level: flag.level,
    sentence: flagSentence(flag, { devices, zone }).headline,
    isAssessable: flag.evidence.rule !== 'not-assessable',
    acknowledged: flag.acknowledged !== null,
  };
}

function worklistDevice(device: DeviceProgress, { tolerance }: Assessment): WorklistDevice {
  const { label, plannedUm, reportedUm, targetUm, onHold } = device;
  const planned = plannedUm === null ? 'no plan yet' : `${formatMm(plannedUm)} planned by now`;
  const target = targetUm === null ? 'no target' : `target ${formatMm(targetUm)}`;
  return {
    label,
    words: `${label}: ${formatMm(reportedUm)} reported, ${planned}, ${target}${onHold ? ', on hold' : ''}`,
    targetUm: targetUm ?? Math.max(plannedUm ?? 0, reportedUm, 1),
    plannedUm,
    reportedUm,
    tolerance: tolerance ? { behind: tolerance.behindUm, ahead: tolerance.aheadUm } : undefined,
    onHold,
  };
}

function lastReport(
  { lastReportAt, phase }: Assessment,
  zone: string,
  at: Instant,
): WorklistRow['lastReport'] {
  if (lastReportAt === null || phase.kind === 'consolidation' || phase.kind === 'follow-up') return null;
  const minutes = Math.max(0, Math.floor((at - lastReportAt) / MINUTE_MS));
  return { ago: formatDuration(minutes), at: formatInstant(lastReportAt, zone) };
}
