import 'server-only';
import { type AtClinic, requireClinic } from '#lib/auth/gate.ts';
import { findCase } from '#lib/data/case-facts.ts';
import { type CaseWrite, listCaseWrites } from '#lib/data/case-writes.ts';
import { listStaff } from '#lib/data/clinic-staff.ts';
import { type ChangedCase, findHandOverMark, listChangedCases } from '#lib/data/hand-over.ts';
import { noteListRead } from '#lib/data/list-reads.ts';
import { pool } from '#lib/data/pool.ts';
import { assess } from '#lib/domain/assess.ts';
import { type Instant, MINUTE_MS } from '#lib/domain/units.ts';
import { reassessDueStandings } from '#lib/operations/reassess-due-standings.ts';
import { formatInstant } from '#lib/view/format-date.ts';
import { type HandOverCase, handOverCase } from '#lib/view/hand-over.ts';
import { type HandOverSpan, handOverSpan, type SpanOption, spanOptions } from '#lib/view/hand-over-span.ts';
import { patientName } from '#lib/view/patient-banner.ts';

/** Cases that are laid out in full, worst first: each costs the reading of its facts and one judgement. */
const MOST_IN_FULL = 200;
/** Read side by side. */
const AT_ONCE = 20;

export type HandOver = {
  clinic: string;
  from: string;
  until: string;
  /** What the form that marks it as seen sends. */
  seenUntil: Instant;
  spans: readonly SpanOption[];
  cases: readonly HandOverCase[];
  /** Only turns were recorded, and no flag stands. */
  onlyTurns: readonly { caseId: string; name: string; mrn: string }[];
  /** Changed cases beyond those that are laid out, by name. */
  left: readonly { caseId: string; name: string; mrn: string }[];
  provenance: string;
};

/** What changed in the clinic since the person last looked, or since what the address says. */
export async function loadHandOver(query: Record<string, string | string[] | undefined>): Promise<HandOver> {
  const at = await requireClinic('case.read');
  const { clinic, person, now } = at;
  await reassessDueStandings({ clinicId: clinic.id, now });
  const mark = await findHandOverMark(pool(), { clinicId: clinic.id, personId: person.id });
  const span = handOverSpan(query.hours, mark, now);
  const changed = await listChangedCases(pool(), { clinicId: clinic.id, since: span.since, until: now });
  const shown = changed.map(({ caseId }) => caseId);
  await noteListRead({ list: 'hand-over', clinicId: clinic.id, personId: person.id }, shown, now);
  const isNews = ({ writes, hasOpenFlag }: ChangedCase) => writes > 0 || hasOpenFlag;
  const inFull = changed.filter(isNews);
  const nameOf = ({ caseId, patient }: ChangedCase) => ({
    caseId,
    name: patientName(patient),
    mrn: patient.mrn,
  });
  return {
    clinic: clinic.name,
    from: formatInstant(span.since, clinic.zone),
    until: formatInstant(now, clinic.zone),
    // What was being written while this was read is told of twice rather than never.
    seenUntil: now - MINUTE_MS,
    spans: spanOptions(span, mark, clinic.zone),
    cases: await layOut(at, span, inFull.slice(0, MOST_IN_FULL)),
    onlyTurns: changed.filter((one) => !isNews(one)).map(nameOf),
    left: inFull
      .slice(MOST_IN_FULL)
      .filter(({ writes, turnWrites }) => writes + turnWrites > 0)
      .map(nameOf),
    provenance: `Printed ${formatInstant(now, clinic.zone)} by ${person.name}, ${clinic.name} \u00b7 Turnwise`,
  };
}

async function layOut(
  { clinic, now }: AtClinic,
  { since }: HandOverSpan,
  cases: readonly ChangedCase[],
): Promise<HandOverCase[]> {
  const caseIds = cases.map(({ caseId }) => caseId);
  const [changes, staff] = await Promise.all([
    listCaseWrites(pool(), { caseIds, since, until: now }),
    listStaff(clinic.id),
  ]);
  const people = Object.fromEntries(staff.map(({ id, name }) => [id, name]));
  const byCase = new Map<string, CaseWrite[]>(caseIds.map((caseId) => [caseId, []]));
  for (const change of changes) byCase.get(change.caseId)?.push(change);
  const laidOut: HandOverCase[] = [];
  for (let from = 0; from < cases.length; from += AT_ONCE) {
    const some = cases.slice(from, from + AT_ONCE);
    const found = await Promise.all(
      some.map((one) => oneCase(clinic.id, one, byCase.get(one.caseId) ?? [], { since, people, now })),
    );
    laidOut.push(...found.filter((one) => one !== null));
  }
  return laidOut;
}

async function oneCase(
  clinicId: string,
  { caseId, patient, assessment }: ChangedCase,
  changes: readonly CaseWrite[],
  { since, people, now }: { since: Instant; people: Readonly<Record<string, string>>; now: Instant },
): Promise<HandOverCase | null> {
  const record = await findCase(pool(), { clinicId, caseId });
  if (!record) return null;
  const { facts, header } = record;
  const flagsBefore = header.openedAt > since ? [] : assess(facts, since).flags;
  return handOverCase({ caseId, patient, facts, assessment, flagsBefore, changes, since }, { people, now });
}
