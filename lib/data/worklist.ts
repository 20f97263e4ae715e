import 'server-only';
import type { FlagLevel } from '#lib/domain/facts.ts';
import type { ListedAssessment } from '#lib/domain/listed-assessment.ts';
import type { PhaseKind } from '#lib/domain/phase/transitions.ts';
import type { Day } from '#lib/domain/units.ts';
import { pool } from './pool.ts';
import { matchesWords, searchBeginnings } from './search-text.ts';
import { epochDay, type Statement } from './statement.ts';

/** Which of a clinic's open cases, and which page of them. */
export type WorklistScope = {
  clinicId: string;
  /** Only those of this person, as their surgeon or because an open flag was given to them; null: everybody's. */
  personId: string | null;
  phase: PhaseKind | null;
  level: FlagLevel | null;
  rule: string | null;
  /** Each word begins a word of the name, the MRN or a lot; empty: all. */
  words: string;
  /** From 1. */
  page: number;
  pageSize: number;
};

/** A case of the list with its judgement as it was last made. */
export type WorklistCase = {
  caseId: string;
  zone: string;
  patient: { familyName: string; givenName: string; mrn: string; bornDay: Day; sex: string };
  surgeonName: string;
  assessment: ListedAssessment;
};

/**
 * A page, worst first; `matching` is how many cases match in all, null when no filter is set. `seen` is its place in the
 * order of changes, from which on they are told of.
 */
export type WorklistPage = WorklistCases & { matching: number | null; seen: string };

/** Cases of the list, worst first, and the names of those who work in the clinic, by id. */
export type WorklistCases = { cases: WorklistCase[]; people: Record<string, string> };

/**
 * A page of the open cases of a clinic: what nobody acknowledged first, then by level, then what has lasted
 * longest. It reads standings only, so it costs what the open cases cost, whatever their history.
 */
export async function listWorklist(scope: WorklistScope): Promise<WorklistPage> {
  const { rows } = await pool().query<WorklistPage>(worklistStatement(scope));
  if (!rows[0]) throw new Error('the database did not answer');
  return rows[0];
}

/** Those of these cases that are open in the clinic, worst first, and the zone of the clinic. */
export async function listWorklistCases(
  clinicId: string,
  caseIds: readonly string[],
): Promise<WorklistCases & { zone: string }> {
  const { rows } = await pool().query<WorklistCases & { zone: string }>({
    name: 'worklist-cases',
    text: `SELECT (${PEOPLE}) AS people, (SELECT zone FROM clinic WHERE id = $1) AS zone,
      (${casesOf('(SELECT * FROM case_standing WHERE clinic_id = $1 AND case_id = ANY($2::uuid[]))')}) AS cases`,
    values: [clinicId, caseIds],
  });
  if (!rows[0]) throw new Error('the database did not answer');
  return rows[0];
}

const worstFirst = 's.urgency DESC, s.since_day, s.since_slot, s.case_id';

const PEOPLE = `SELECT coalesce(json_object_agg(id, name), '{}') FROM person
  WHERE id IN (SELECT person_id FROM membership WHERE clinic_id = $1)`;

/** SQL for the cases of these standings as one list, worst first. */
const casesOf = (standings: string) => `
  SELECT coalesce(json_agg(json_build_object('caseId', s.case_id, 'zone', c.zone, 'surgeonName', surgeon.name,
      'patient', json_build_object('familyName', p.family_name, 'givenName', p.given_name, 'mrn', p.mrn,
        'bornDay', ${epochDay('p.born_on')}, 'sex', p.sex),
      'assessment', standing.listed) ORDER BY ${worstFirst}), '[]')
  FROM ${standings} s
  JOIN case_standing standing ON standing.case_id = s.case_id
  JOIN distraction_case c ON c.id = s.case_id
  JOIN patient p ON p.id = c.patient_id
  JOIN person surgeon ON surgeon.id = s.surgeon_id`;

/**
 * The statement of a page. Only the filters that are set stand in the statement, each combination under its own name. Without one the page
 * is read off the index in order; with one the matching rows, which are narrow, are found once and counted.
 */
export function worklistStatement({ clinicId, page, pageSize, ...filters }: WorklistScope): Statement {
  const values: unknown[] = [clinicId];
  const place = (value: unknown) => `$${values.push(value)}`;
  // As numbers they let the statement be planned once; for every page that would be too many statements.
  const [limit, offset] = page === 1 ? [pageSize, 0] : [place(pageSize), place((page - 1) * pageSize)];
  const { personId, phase, level, rule, words } = filters;
  const wanted: string[] = [];
  if (personId !== null) {
    const person = place(personId);
    wanted.push(`(s.surgeon_id = ${person} OR s.owners @> ARRAY[${person}]::uuid[])`);
  }
  if (phase !== null) wanted.push(`s.phase = ${place(phase)}`);
  if (level !== null) wanted.push(`s.open_level = ${place(level)}`);
  if (rule !== null) wanted.push(`s.open_rules @> ARRAY[${place(rule)}]::text[]`);
  const beginnings = searchBeginnings(words);
  if (beginnings.length > 0) wanted.push(matchesWords('s.case_id', '$1', place(beginnings)));
  const set = [personId, phase, level, rule, beginnings[0] ?? null].map((one) => (one === null ? '0' : '1'));
  const where = ['s.clinic_id = $1', ...wanted].join(' AND ');
  const isFiltered = wanted.length > 0;
  return {
    name: `worklist-${set.join('')}-${page === 1 ? `first-${pageSize}` : 'later'}`,
    text: `WITH found AS ${isFiltered ? 'MATERIALIZED' : 'NOT MATERIALIZED'} (
        SELECT s.case_id, s.surgeon_id, s.urgency, s.since_day, s.since_slot FROM case_standing s WHERE ${where})
      SELECT ${isFiltered ? '(SELECT count(*)::int FROM found)' : 'NULL'} AS matching,
        pg_snapshot_xmin(pg_current_snapshot())::text AS seen,
        (${PEOPLE}) AS people,
        (${casesOf(`(SELECT * FROM found s ORDER BY ${worstFirst} LIMIT ${limit} OFFSET ${offset})`)}) AS cases`,
    values,
  };
}
