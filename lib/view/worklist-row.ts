import { dayOf } from '#lib/domain/case-day.ts';
import type { Flag } from '#lib/domain/deviation/flag.ts';
import type { FlagLevel } from '#lib/domain/facts.ts';
import type { ListedAssessment } from '#lib/domain/listed-assessment.ts';
import type { Day, Instant, Um } from '#lib/domain/units.ts';
import { PHASE_WORDS } from './case-words.ts';
import { coverWords, ownerWords } from './decision-words.ts';
import { flagSentence } from './flag-sentence.ts';
import { formatAge } from './format-age.ts';
import { formatMm } from './format-amount.ts';
import { formatInstant } from './format-date.ts';
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
  assessment: ListedAssessment;
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

/** The worst flag of a case. */
export type TopFlag = {
  key: string;
  level: FlagLevel;
  extent: number;
  sentence: string;
  isAssessable: boolean;
  /** Who did what about it; null: it is open. */
  cover: string | null;
  /** Whose it is; null: nobody's. */
  owner: string | null;
  lastDecisionId: string | null;
};

/** When something was: how long ago is for whoever shows it to say, as time goes on. */
type Moment = { at: Instant; words: string };

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
  lastReport: Moment | null;
  /** When clinic and family last spoke; null: not on record. */
  lastSpoke: Moment | null;
  top: TopFlag | null;
  moreFlags: number;
  surgeon: string;
  next: { what: string; when: string } | null;
};

/** One line of the worklist. `at` is now; the judgement is the stored one; `people` are names by id; theatre times are on the clock of the clinic. */
export function worklistRow(
  row: WorklistCase,
  at: Instant,
  people: Readonly<Record<string, string>>,
  clinicZone: string,
): WorklistRow {
  const { assessment, patient, zone } = row;
  const { top } = assessment;
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
    lastReport: lastReport(assessment, zone),
    lastSpoke: assessment.reachedAt ? moment(assessment.reachedAt, zone) : null,
    top: top ? topFlag(top, assessment, zone, people) : null,
    moreFlags: assessment.moreFlags,
    surgeon: row.surgeonName,
    next: nextDate(assessment, { zone, clinicZone, now: at }),
  };
}

function topFlag(
  flag: Flag,
  { devices }: ListedAssessment,
  zone: string,
  people: Readonly<Record<string, string>>,
): TopFlag {
  return {
    key: flag.key,
    level: flag.level,
    extent: flag.extent,
    sentence: flagSentence(flag, { devices, zone }).headline,
    isAssessable: flag.evidence.rule !== 'not-assessable',
    cover: flag.acknowledged && coverWords(flag.acknowledged, people, zone),
    owner: ownerWords(flag.ownerId, people),
    lastDecisionId: flag.lastDecisionId,
  };
}

function worklistDevice(
  device: ListedAssessment['devices'][number],
  { tolerance }: ListedAssessment,
): WorklistDevice {
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

function lastReport({ lastReportAt, phase }: ListedAssessment, zone: string): Moment | null {
  if (lastReportAt === null || phase.kind === 'consolidation' || phase.kind === 'follow-up') return null;
  return moment(lastReportAt, zone);
}

const moment = (at: Instant, zone: string): Moment => ({ at, words: formatInstant(at, zone) });
