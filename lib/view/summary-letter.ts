import type { Assessment } from '#lib/domain/assessment.ts';
import { dayOf } from '#lib/domain/case-day.ts';
import { consolidationStart } from '#lib/domain/phase/consolidation-start.ts';
import { latestVersion } from '#lib/domain/protocol/version.ts';
import type { Course } from '#lib/domain/timeline/course.ts';
import type { Instant } from '#lib/domain/units.ts';
import { caseTimeline } from '#lib/view/timeline/case-timeline.ts';
import type { TimelineContext, TimelineKind } from '#lib/view/timeline/timeline-entry.ts';
import { PHASE_WORDS, SITE_WORDS } from './case-words.ts';
import { type DeviceHardware, deviceRows } from './device-row.ts';
import { forecastLines } from './forecast-lines.ts';
import { formatDay, formatInstant } from './format-date.ts';
import { phaseDay } from './phase-day.ts';
import { protocolSummary } from './protocol-summary.ts';
import { type RemovalReportView, removalLines } from './removal-report.ts';

export type LetterLine = { term: string; value: string };

/** A case on a page or two, for whoever sees the child next: how it stands, and what happened. */
export type SummaryLetter = {
  standing: readonly LetterLine[];
  devices: readonly LetterLine[];
  /** How the hardware came out; empty: no report of it stands. */
  removal: readonly LetterLine[];
  protocol: readonly LetterLine[];
  forecast: readonly LetterLine[];
  /** Oldest first, as a letter tells it. */
  events: readonly { key: string; when: string; title: string; detail: string | null }[];
};

/** What a letter tells of; calls and flags are between the clinic and the family. */
const TOLD: ReadonlySet<TimelineKind> = new Set([
  'operation',
  'device',
  'version',
  'hold',
  'course',
  'measurement',
  'complication',
]);

type LetterContext = Pick<TimelineContext, 'path' | 'people' | 'now'> & {
  patient: { diagnosis: string | null; syndrome: string | null };
  surgeonName: string;
  hardware: readonly DeviceHardware[];
  closedAt: Instant | null;
  removal: RemovalReportView | null;
  /** Theatre times are on its clock. */
  clinicZone: string;
};

export function summaryLetter(course: Course, assessment: Assessment, context: LetterContext): SummaryLetter {
  const { facts, inForce } = course;
  const { zone } = facts;
  const { people, now, patient, closedAt } = context;
  const day = phaseDay(assessment, zone, now);
  const phase = PHASE_WORDS[assessment.phase.kind];
  const startsAt = consolidationStart(course);
  const known = (value: string | null) => value ?? 'not recorded';
  const summary = inForce && protocolSummary(inForce, facts.devices, people, zone);
  return {
    standing: [
      { term: 'Site', value: SITE_WORDS[facts.site] },
      { term: 'Diagnosis', value: known(patient.diagnosis) },
      { term: 'Syndrome', value: known(patient.syndrome) },
      { term: 'Surgeon', value: context.surgeonName },
      { term: 'Phase', value: day === null ? phase : `${phase}, ${day}` },
      ...(startsAt === null
        ? []
        : [{ term: 'Consolidation since', value: formatDay(dayOf(zone, startsAt)) }]),
      ...(closedAt === null ? [] : [{ term: 'Case closed', value: formatInstant(closedAt, zone) }]),
    ],
    devices: deviceRows(facts.devices, context.hardware, assessment, zone).map((device) => ({
      term: `${device.label}${device.isInPlace ? '' : ', taken out'}`,
      value: [
        device.position,
        device.model ?? 'model not recorded',
        device.standing,
        device.measured === null ? 'not measured' : `measured: ${device.measured}`,
        device.travel === null ? 'travel not recorded' : `travel: ${device.travel}`,
      ]
        .filter(Boolean)
        .join('; '),
    })),
    removal: context.removal === null ? [] : removalLines(context.removal),
    protocol: summary
      ? [
          {
            term: `Version ${summary.version}`,
            value: `from ${summary.since}; sessions ${summary.sessions}`,
          },
          ...summary.plans.map(({ label, words }) => ({ term: label, value: words })),
          { term: 'Consolidation', value: summary.consolidation },
        ]
      : [],
    forecast: forecastLines(assessment, latestVersion(facts.versions)?.consolidation ?? null, {
      clinicZone: context.clinicZone,
      zone,
      now,
    }).map(({ what, words }) => ({ term: what, value: words })),
    events: caseTimeline(facts, context)
      .filter(({ kind }) => TOLD.has(kind))
      .map(({ key, at, isWholeDay, title, detail }) => ({
        key,
        when: isWholeDay ? formatDay(dayOf(zone, at)) : formatInstant(at, zone),
        title,
        detail,
      }))
      .reverse(),
  };
}
