import 'server-only';
import { notFound } from 'next/navigation';
import { type AtClinic, requireClinic } from '#lib/auth/gate.ts';
import { findCase } from '#lib/data/case-facts.ts';
import { findClinicSettings } from '#lib/data/clinic-settings.ts';
import { listOpenCaseIds } from '#lib/data/open-cases.ts';
import { pool } from '#lib/data/pool.ts';
import { caseTally } from '#lib/domain/tuning/case-tally.ts';
import { addTally, type Tally } from '#lib/domain/tuning/tally.ts';
import type { Tuning } from '#lib/domain/tuning/tuned-facts.ts';
import { type ClinicSettingsDraft, clinicSettingsDraft } from '#lib/view/clinic-settings.ts';

/** Work on one answer ends after this long: others wait for the same process. */
const BUDGET_MS = 400;
const MOST_CASES = 50;

/** The defaults of the clinic, to be tried otherwise. */
export async function loadTuning(): Promise<{ clinic: string; draft: ClinicSettingsDraft }> {
  const { clinic } = await requireClinic('clinic.manage');
  const settings = (await findClinicSettings(pool(), clinic.id)) ?? notFound();
  return { clinic: clinic.name, draft: clinicSettingsDraft(settings) };
}

/** What the rules found in some of the open cases: counts alone, nothing of a patient. */
export type TuningPart = {
  tally: Tally;
  counted: number;
  total: number;
  /** Where to go on; null: all are counted. */
  next: string | null;
};

/**
 * Counts the open cases after `after`, as many as fit into a part of a second. While a case is read, other requests
 * get their turn.
 */
export async function loadTuningPart(
  { clinic, now }: AtClinic,
  { after, other }: { after: string | null; other: Tuning },
): Promise<TuningPart> {
  const [settings, { caseIds, total }] = await Promise.all([
    findClinicSettings(pool(), clinic.id),
    listOpenCaseIds(pool(), { clinicId: clinic.id, after, most: MOST_CASES }),
  ]);
  const tuning = settings?.defaults ?? other;
  const until = performance.now() + BUDGET_MS;
  let tally: Tally = {};
  let counted = 0;
  for (const caseId of caseIds) {
    if (counted > 0 && performance.now() > until) break;
    const record = await findCase(pool(), { clinicId: clinic.id, caseId });
    if (record) {
      const { openedAt } = record.header;
      tally = addTally(tally, caseTally(record.facts, { openedAt, now, tuning, other }));
    }
    counted += 1;
  }
  const isOver = counted === caseIds.length && caseIds.length < MOST_CASES;
  return { tally, counted, total, next: isOver ? null : (caseIds[counted - 1] ?? null) };
}
