import 'server-only';
import type { Assessment } from '#lib/domain/assessment.ts';
import { urgencyOf } from '#lib/domain/deviation/flag-order.ts';
import { listedAssessment } from '#lib/domain/listed-assessment.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { CaseHeader } from './case-facts.ts';
import { date, insertInto, type Statement, timestamp } from './statement.ts';

const columns = [
  'clinic_id',
  'surgeon_id',
  'phase',
  'urgency',
  'open_level',
  'open_rules',
  'owners',
  'since_day',
  'since_slot',
  'assessment',
  'listed',
  'reassess_at',
  'reached_at',
];

/** A case and how it is judged. */
export type JudgedCase = {
  header: Pick<CaseHeader, 'caseId' | 'clinicId' | 'surgeonId'>;
  assessment: Assessment;
};

/** Stores the judgement of an open case, in the place of the one before. */
export function putStanding(header: JudgedCase['header'], assessment: Assessment): Statement {
  return putStandings([{ header, assessment }]);
}

/** Stores the judgements of open cases, each in the place of the one before. */
export function putStandings(cases: readonly JudgedCase[]): Statement {
  const { text, values } = insertInto('case_standing', cases.map(toRow));
  const changes = columns.map((column) => `${column} = excluded.${column}`).join(', ');
  return { name: 'put-standings', text: `${text} ON CONFLICT (case_id) DO UPDATE SET ${changes}`, values };
}

function toRow({ header, assessment }: JudgedCase) {
  const open = assessment.flags.filter((flag) => flag.acknowledged === null);
  const worst = assessment.flags[0];
  return {
    case_id: header.caseId,
    clinic_id: header.clinicId,
    surgeon_id: header.surgeonId,
    phase: assessment.phase.kind,
    urgency: urgencyOf(worst),
    open_level: open[0]?.level ?? null,
    open_rules: [...new Set(open.map(({ evidence }) => evidence.rule))].sort(),
    owners: [...new Set(open.flatMap(({ ownerId }) => ownerId ?? []))].sort(),
    since_day: date(worst?.onset?.day ?? null),
    since_slot: worst?.onset?.slot ?? null,
    assessment,
    listed: listedAssessment(assessment),
    reassess_at: timestamp(assessment.reassessAt),
    reached_at: timestamp(assessment.reachedAt),
  };
}

/** A closed case has no standing. */
export function removeStanding(caseId: string): Statement {
  return { name: 'remove-standing', text: 'DELETE FROM case_standing WHERE case_id = $1', values: [caseId] };
}

/** Makes the other open cases of a patient due: what is on record of the patient's caregivers has changed. */
export function reassessOthers(
  { caseId, clinicId, patientId }: Pick<CaseHeader, 'caseId' | 'clinicId' | 'patientId'>,
  now: Instant,
): Statement {
  return {
    name: 'reassess-others',
    text: `UPDATE case_standing s SET reassess_at = least(s.reassess_at, $4) FROM distraction_case c
      WHERE c.patient_id = $3 AND c.clinic_id = $2 AND c.id <> $1 AND s.case_id = c.id`,
    values: [caseId, clinicId, patientId, timestamp(now)],
  };
}

/** Removes what stands of cases that are closed. */
export function clearStandings(): Statement {
  return {
    name: 'clear-standings',
    text: 'DELETE FROM case_standing s USING distraction_case c WHERE c.id = s.case_id AND c.closed_at IS NOT NULL',
    values: [],
  };
}
