import 'server-only';
import type { CaseOutcome } from '#lib/domain/outcome/case-outcome.ts';
import { date, insertInto, type Queryable, type Statement } from './statement.ts';

const columns = [
  'operated_on',
  'removed_on',
  'ended_on',
  'planned_um',
  'achieved_um',
  'measured_um',
  'slots_due',
  'slots_done',
  'slots_unknown',
  'held_days',
  'missed_days',
  'unknown_days',
];

/** Stores what came of a case so far, in the place of what stood before. */
export function putOutcome(
  { caseId, clinicId }: { caseId: string; clinicId: string },
  { operatedDay, removedDay, activation }: CaseOutcome,
): Statement {
  const row = {
    case_id: caseId,
    clinic_id: clinicId,
    operated_on: date(operatedDay),
    removed_on: date(removedDay),
    ended_on: date(activation?.endedDay ?? null),
    planned_um: activation?.plannedUm ?? null,
    achieved_um: activation?.achievedUm ?? null,
    measured_um: activation?.measuredUm ?? null,
    slots_due: activation?.slotsDue ?? null,
    slots_done: activation?.slotsDone ?? null,
    slots_unknown: activation?.slotsUnknown ?? null,
    held_days: activation?.heldDays ?? null,
    missed_days: activation?.missedDays ?? null,
    unknown_days: activation?.unknownDays ?? null,
  };
  const { text, values } = insertInto('case_outcome', [row]);
  const changes = columns.map((column) => `${column} = excluded.${column}`).join(', ');
  return { name: 'put-outcome', text: `${text} ON CONFLICT (case_id) DO UPDATE SET ${changes}`, values };
}

/** Cases by id after the one given (null: from the first), locked; `all` false: only those with no outcome yet. */
export async function claimCasesAfter(
  db: Queryable,
  { after, most, all }: { after: string | null; most: number; all: boolean },
): Promise<{ caseId: string; clinicId: string }[]> {
  const { rows } = await db.query<{ caseId: string; clinicId: string }>({
    name: `claim-cases-after-${all ? 'all' : 'missing'}`,
    text: `SELECT c.id AS "caseId", c.clinic_id AS "clinicId" FROM distraction_case c
      WHERE ($1::uuid IS NULL OR c.id > $1)
        ${all ? '' : 'AND NOT EXISTS (SELECT FROM case_outcome o WHERE o.case_id = c.id)'}
      ORDER BY c.id LIMIT $2 FOR NO KEY UPDATE`,
    values: [after, most],
  });
  return rows;
}
