import 'server-only';
import { findRemovalReport } from '#lib/data/removal-reports.ts';
import { formatInstant } from '#lib/view/format-date.ts';
import type { PatientBanner } from '#lib/view/patient-banner.ts';
import { removalReportView } from '#lib/view/removal-report.ts';
import { type SummaryLetter, summaryLetter } from '#lib/view/summary-letter.ts';
import { loadCase } from './load-case.ts';
import { loadCaseFrame } from './load-case-frame.ts';

export type LetterPage = {
  caseId: string;
  banner: PatientBanner;
  clinic: { name: string; phone: string | null };
  letter: SummaryLetter;
  provenance: string;
};

/** The summary of a case as a letter. */
export async function loadSummaryLetter(caseIdParam: string): Promise<LetterPage> {
  const [{ banner }, { at, record, card, course, assessment }] = await Promise.all([
    loadCaseFrame(caseIdParam),
    loadCase(caseIdParam),
  ]);
  const { clinic, person, caseId, now } = at;
  const report = await findRemovalReport(caseId);
  const version = course.inForce === null ? 'no protocol' : `protocol v${course.inForce.version}`;
  return {
    caseId,
    banner,
    clinic: { name: clinic.name, phone: clinic.phone },
    letter: summaryLetter(course, assessment, {
      path: `/cases/${caseId}`,
      people: card.people,
      now,
      patient: card.patient,
      surgeonName: card.surgeonName,
      hardware: card.hardware,
      closedAt: record.header.closedAt,
      removal: report && removalReportView(report, record.facts.complications, clinic.zone),
      clinicZone: clinic.zone,
    }),
    provenance: `Printed ${formatInstant(now, clinic.zone)} by ${person.name}, ${clinic.name} \u00b7 ${version} \u00b7 Turnwise`,
  };
}
