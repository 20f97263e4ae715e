import 'server-only';
import { notFound } from 'next/navigation';
import { type AtClinic, requireClinic } from '#lib/auth/gate.ts';
import { findCase } from '#lib/data/case-facts.ts';
import { findClinicSettings } from '#lib/data/clinic-settings.ts';
import { listCaseIdsSince } from '#lib/data/open-cases.ts';
import { pool } from '#lib/data/pool.ts';
import { caseTally, tallySince } from '#lib/domain/tuning/case-tally.ts';
import { addTally, type Tally } from '#lib/domain/tuning/tally.ts';
import type { Tuning } from '#lib/domain/tuning/tuned-facts.ts';
import { askedTuning, readTuningQuery } from '#lib/schemas/tuning.ts';
import { type ClinicSettingsDraft, clinicSettingsDraft } from '#lib/view/clinic-settings.ts';
import { inTurns } from './in-turns.ts';

/** No other case is begun in one answer after this long. */
const BUDGET_MS = 400;
/** A page that is asked for without scripts waits for longer. */
const PAGE_BUDGET_MS = 10_000;
const MOST_CASES = 50;

export type TuningPage = {
  /** The address that was asked for. */
  key: string;
  clinic: string;
  values: ClinicSettingsDraft['values'];
  asked: ClinicSettingsDraft['values'];
  found: (TuningPart & { isOver: boolean }) | null;
  /** What the first answer left out; null: nothing. */
  nextHref: string | null;
  /** Which figure of the address could not be read; null: all could. */
  refusal: string | null;
};

/** The defaults of the clinic, and what the rules would have done under those that the address asks for. */
export async function loadTuning(
  address: Record<string, string | string[] | undefined>,
): Promise<TuningPage> {
  const at = await requireClinic('clinic.manage');
  const settings = (await findClinicSettings(pool(), at.clinic.id)) ?? notFound();
  const { values } = clinicSettingsDraft(settings);
  const query = askedTuning(address, values);
  const asked = Object.fromEntries(query ?? []);
  const page = { key: query?.toString() ?? '', clinic: at.clinic.name, values, asked };
  const nothing = { ...page, found: null, nextHref: null, refusal: null };
  if (query === null) return nothing;
  const read = readTuningQuery(query);
  if (!read.success) {
    const issue = read.error.issues[0];
    return { ...nothing, refusal: `${String(issue?.path.at(-1))}: ${issue?.message}` };
  }
  const found = await loadTuningWhole(at, read.data);
  query.set('after', found.next ?? '');
  const nextHref = found.next === null ? null : `/admin/tuning?${query}`;
  return { ...page, found: { ...found, isOver: found.next === null }, nextHref, refusal: null };
}

/** What the rules found in some of the cases: counts alone, nothing of a patient. */
export type TuningPart = {
  tally: Tally;
  counted: number;
  total: number;
  /** Where to go on; null: all are counted. */
  next: string | null;
};

type Asked = { after: string | null; other: Tuning };

/**
 * Counts the cases after `after` that were open in the last 90 days: as many as are begun in a part of a second, each
 * to its end. Other requests get their turn while a case is read and while it is counted.
 */
export async function loadTuningPart(
  { clinic, now }: Pick<AtClinic, 'clinic' | 'now'>,
  { after, other }: Asked,
): Promise<TuningPart> {
  const [settings, { caseIds, total }] = await Promise.all([
    findClinicSettings(pool(), clinic.id),
    listCaseIdsSince(pool(), { clinicId: clinic.id, since: tallySince(now), after, most: MOST_CASES }),
  ]);
  const tuning = settings?.defaults ?? other;
  const until = performance.now() + BUDGET_MS;
  let tally: Tally = {};
  let counted = 0;
  for (const caseId of caseIds) {
    if (counted > 0 && performance.now() > until) break;
    const record = await findCase(pool(), { clinicId: clinic.id, caseId });
    if (record) {
      const { openedAt, closedAt } = record.header;
      tally = addTally(
        tally,
        await inTurns(caseTally(record.facts, { openedAt, closedAt, now, tuning, other })),
      );
    }
    counted += 1;
  }
  const isOver = counted === caseIds.length && caseIds.length < MOST_CASES;
  return { tally, counted, total, next: isOver ? null : (caseIds[counted - 1] ?? null) };
}

/** As many of them as fit into the time that somebody waits for a page. */
async function loadTuningWhole(at: AtClinic, { after, other }: Asked): Promise<TuningPart> {
  const until = performance.now() + PAGE_BUDGET_MS;
  let whole = await loadTuningPart(at, { after, other });
  while (whole.next !== null && performance.now() < until) {
    const part = await loadTuningPart(at, { after: whole.next, other });
    whole = { ...part, tally: addTally(whole.tally, part.tally), counted: whole.counted + part.counted };
  }
  return whole;
}
