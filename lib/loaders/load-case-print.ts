import 'server-only';
import { formatInstant } from '#lib/view/format-date.ts';
import type { PatientBanner } from '#lib/view/patient-banner.ts';
import { loadCase } from './load-case.ts';
import { loadCaseFrame } from './load-case-frame.ts';
import { type CaseOverview, loadCaseOverview } from './load-case-overview.ts';

/** A case on paper: the overview, who it is about, and when, by whom and from which protocol it was printed. */
export type CasePrint = { overview: CaseOverview; banner: PatientBanner; detail: string; provenance: string };

export async function loadCasePrint(caseIdParam: string): Promise<CasePrint> {
  const [overview, frame, { at }] = await Promise.all([
    loadCaseOverview(caseIdParam, {}),
    loadCaseFrame(caseIdParam),
    loadCase(caseIdParam),
  ]);
  const version = overview.protocol === null ? 'no protocol' : `protocol v${overview.protocol.version}`;
  const printed = `Printed ${formatInstant(at.now, at.clinic.zone)} by ${at.person.name}, ${at.clinic.name}`;
  return {
    overview,
    banner: frame.banner,
    detail: frame.detail,
    provenance: `${printed} \u00b7 ${version} \u00b7 Turnwise`,
  };
}
