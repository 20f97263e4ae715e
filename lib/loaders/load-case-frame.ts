import 'server-only';
import { askedPath } from '#lib/auth/asked-address.ts';
import { mayAttempt } from '#lib/auth/gate.ts';
import type { Instant } from '#lib/domain/units.ts';
import { SITE_WORDS } from '#lib/view/case-words.ts';
import { zoneNote } from '#lib/view/format-date.ts';
import { type PatientBanner, patientBanner } from '#lib/view/patient-banner.ts';
import { loadCase } from './load-case.ts';

/** What every page of a case has around it. */
export type CaseFrame = {
  caseId: string;
  banner: PatientBanner;
  /** `Posterior cranial vault · Apert · Dr A. Surgeon · America/New York time`. */
  detail: string;
  /** The path of the page that is asked for: which part of the case is open. */
  path: string;
  mayReadPhotographs: boolean;
  /** Up to where the page knows of changes, in their order and by the clock; null: nobody is told of a closed case. */
  watch: { seen: string; loadedAt: Instant } | null;
};

export async function loadCaseFrame(caseIdParam: string): Promise<CaseFrame> {
  const { at, record, card, assessment } = await loadCase(caseIdParam);
  const { facts, header } = record;
  const { diagnosis, syndrome } = card.patient;
  const zone = zoneNote(facts.zone, at.clinic.zone).replace(/[()]/g, '').trim();
  const detail = [SITE_WORDS[facts.site], diagnosis, syndrome, card.surgeonName, zone];
  return {
    caseId: at.caseId,
    banner: patientBanner(card.patient, assessment, { zone: facts.zone, closedAt: header.closedAt }, at.now),
    detail: detail.filter(Boolean).join(' \u00b7 '),
    path: await askedPath(),
    mayReadPhotographs: mayAttempt(at, 'photograph.read'),
    watch: header.closedAt === null ? { seen: record.seen, loadedAt: at.now } : null,
  };
}
