import 'server-only';
import type { OutcomeFilter } from '#lib/domain/outcome/outcome-filter.ts';
import type { ComplicationCounts, OutcomeCase, OutcomeFigures } from '#lib/domain/outcome/unit-outcome.ts';
import type { Day } from '#lib/domain/units.ts';
import { pool } from './pool.ts';
import { date, epochDay, type Statement } from './statement.ts';

/** The cases of a clinic that are counted. `today`, in the clinic's zone: until when those still open were watched. */
export type OutcomeScope = OutcomeFilter & { clinicId: string; today: Day };

const MOST_LOTS = 50;

/** What stands of a complication, in the words of SQL. */
const standing = `NOT f.retracted AND NOT EXISTS (SELECT FROM complication g WHERE g.corrects_id = f.id)`;

/** A case of a list: those that come after it in the list's order are found by it, however the list has changed. */
export type OutcomePlace = Pick<OutcomeCase, 'operatedDay' | 'caseId'>;

/** The counted cases; only the filters that are set stand in the statement. */
function counted(scope: OutcomeScope, after?: OutcomePlace) {
  const values: unknown[] = [scope.clinicId];
  const place = (value: unknown) => `$${values.push(value)}`;
  const wanted = [
    'o.clinic_id = $1',
    'o.operated_on IS NOT NULL',
    `c.closed_as IS DISTINCT FROM 'entered-in-error'`,
  ];
  const set: string[] = [];
  const want = (name: string, condition: string) => {
    set.push(name);
    wanted.push(condition);
  };
  const { fromDay, toDay, site, surgeonId, modelId, age, syndrome } = scope;
  if (fromDay !== null) want('from', `o.operated_on >= ${place(date(fromDay))}`);
  if (toDay !== null) want('to', `o.operated_on <= ${place(date(toDay))}`);
  if (site) want('site', `c.site = ${place(site)}`);
  if (surgeonId) want('surgeon', `c.surgeon_id = ${place(surgeonId)}`);
  if (modelId) {
    const model = place(modelId);
    want('model', `EXISTS (SELECT FROM device d WHERE d.case_id = o.case_id AND d.model_id = ${model})`);
  }
  if (age) {
    want('age', `o.operated_on >= p.born_on + make_interval(months => ${place(age.fromMonths)})`);
    if (age.belowMonths !== null) {
      want('below', `o.operated_on < p.born_on + make_interval(months => ${place(age.belowMonths)})`);
    }
  }
  if (syndrome === 'none') want('none', 'p.syndrome IS NULL');
  else if (syndrome) want('syndrome', `p.syndrome = ${place(syndrome)}`);
  if (after) {
    const [day, caseId] = [place(date(after.operatedDay)), place(after.caseId)];
    want('after', `o.operated_on <= ${day} AND (o.operated_on < ${day} OR o.case_id > ${caseId})`);
  }
  const ofPatient = age || syndrome ? 'JOIN patient p ON p.id = c.patient_id' : '';
  const from = `FROM case_outcome o JOIN distraction_case c ON c.id = o.case_id ${ofPatient}
    WHERE ${wanted.join(' AND ')}`;
  return { from, values, place, name: set.join('-') };
}

/** How often each value of one column occurs, from `spread`, whose rows of that column have `mask` as their set. */
const distribution = (column: string, mask: number) =>
  `coalesce(json_agg(json_build_object('value', ${column}, 'count', count))
    FILTER (WHERE grouped = ${mask} AND ${column} IS NOT NULL), '[]')`;

/** The counted cases are read once, and once more for all distributions together. */
function figuresStatement(scope: OutcomeScope): Statement {
  const { from, values, place, name } = counted(scope);
  const today = place(date(scope.today));
  return {
    name: `outcome-figures-${name}`,
    text: `WITH found AS MATERIALIZED (SELECT o.ended_on, o.removed_on, o.slots_due, o.slots_done, o.slots_unknown,
          o.held_days, o.missed_days, o.unknown_days, o.achieved_um - o.planned_um AS difference,
          o.measured_um - o.planned_um AS measured_difference,
          CASE WHEN o.slots_due > 0 THEN (o.slots_done * 1000 + o.slots_due / 2) / o.slots_due END AS adherence,
          CASE WHEN o.ended_on IS NOT NULL THEN o.held_days + o.missed_days END AS lost,
          greatest(0, coalesce(o.removed_on, c.closed_at::date, ${today}::date) - o.operated_on) AS days ${from}),
      spread AS (SELECT grouping(difference, measured_difference, adherence, lost, days) AS grouped, difference,
          measured_difference, adherence, lost, days, count(*)::int AS count, count(removed_on)::int AS removed
        FROM found GROUP BY GROUPING SETS ((difference), (measured_difference), (adherence), (lost), (days)))
      SELECT * FROM (SELECT count(*)::int AS cases, count(ended_on)::int AS ended,
          json_build_object('due', coalesce(sum(slots_due), 0), 'done', coalesce(sum(slots_done), 0),
            'unknown', coalesce(sum(slots_unknown), 0)) AS slots,
          json_build_object('held', coalesce(sum(held_days), 0), 'missed', coalesce(sum(missed_days), 0),
            'unknown', coalesce(sum(unknown_days), 0)) AS days FROM found) AS totals,
        (SELECT ${distribution('difference', 0b01111)} AS "differenceUm",
          ${distribution('measured_difference', 0b10111)} AS "measuredDifferenceUm",
          ${distribution('adherence', 0b11011)} AS "adherencePermille",
          ${distribution('lost', 0b11101)} AS "lostDays",
          coalesce(json_agg(json_build_object('days', days, 'removed', removed, 'inPlace', count - removed))
            FILTER (WHERE grouped = ${0b11110}), '[]') AS watched FROM spread) AS distributions`,
    values,
  };
}

/** The figures of the cases that are counted. */
export async function findOutcomeFigures(scope: OutcomeScope): Promise<OutcomeFigures> {
  const { rows } = await pool().query<OutcomeFigures>(figuresStatement(scope));
  const [figures] = rows;
  if (!figures) throw new Error('A count gives a row.');
  return figures;
}

/** How often something went wrong in the cases that are counted, by kind, model and lot. */
export async function countComplications(scope: OutcomeScope): Promise<ComplicationCounts> {
  const { from, values, name } = counted(scope);
  const { rows } = await pool().query<ComplicationCounts>({
    name: `outcome-complications-${name}`,
    text: `WITH found AS MATERIALIZED (SELECT o.case_id ${from}),
      seen AS MATERIALIZED (SELECT f.case_id, f.device_id, f.kind, f.failure
        FROM complication f JOIN found USING (case_id) WHERE ${standing}),
      affected AS (SELECT DISTINCT device_id FROM seen WHERE device_id IS NOT NULL),
      lots AS MATERIALIZED (SELECT d.model_id, d.lot, count(*)::int AS devices, count(a.device_id)::int AS affected
        FROM device d JOIN found USING (case_id) LEFT JOIN affected a ON a.device_id = d.id GROUP BY 1, 2)
      SELECT (SELECT count(DISTINCT case_id)::int FROM seen) AS cases,
        (SELECT coalesce(json_agg(k ORDER BY cases DESC, kind, failure), '[]') FROM (
          SELECT kind, failure, count(DISTINCT case_id)::int AS cases FROM seen GROUP BY 1, 2) AS k) AS kinds,
        (SELECT coalesce(json_agg(json_build_object('modelId', model_id, 'name', m.maker || ' ' || m.name,
            'devices', devices, 'affected', affected) ORDER BY devices DESC, m.maker, m.name), '[]')
          FROM (SELECT model_id, sum(devices)::int AS devices, sum(affected)::int AS affected FROM lots GROUP BY 1) AS n
          LEFT JOIN device_model m ON m.id = n.model_id) AS models,
        (SELECT coalesce(json_agg(json_build_object('lot', lot, 'name', m.maker || ' ' || m.name,
            'devices', devices, 'affected', affected) ORDER BY affected DESC, devices DESC, lot), '[]')
          FROM (SELECT * FROM lots WHERE lot IS NOT NULL ORDER BY affected DESC, devices DESC, lot LIMIT ${MOST_LOTS}) AS n
          LEFT JOIN device_model m ON m.id = n.model_id) AS lots`,
    values,
  });
  return rows[0] ?? { cases: 0, kinds: [], models: [], lots: [] };
}

/** Some of the counted cases, the latest operation first, after so many others or after this one. */
export async function listOutcomeCases(
  scope: OutcomeScope,
  { skip = 0, after, most }: { skip?: number; after?: OutcomePlace | undefined; most: number },
): Promise<OutcomeCase[]> {
  const { from, values, place, name } = counted(scope, after);
  const { rows } = await pool().query<OutcomeCase>({
    name: `outcome-cases-${name}`,
    text: `SELECT n.case_id AS "caseId", p.mrn, p.family_name AS "familyName", p.given_name AS "givenName",
        surgeon.name AS "surgeonName", c.site, p.syndrome,
        (extract(year FROM age(n.operated_on, p.born_on)) * 12 + extract(month FROM age(n.operated_on, p.born_on)))::int AS "ageMonths",
        ${epochDay('n.operated_on')} AS "operatedDay", ${epochDay('n.ended_on')} AS "endedDay",
        ${epochDay('n.removed_on')} AS "removedDay", n.planned_um AS "plannedUm", n.achieved_um AS "achievedUm",
        n.measured_um AS "measuredUm", n.slots_due AS "slotsDue", n.slots_done AS "slotsDone",
        n.slots_unknown AS "slotsUnknown", n.held_days AS "heldDays", n.missed_days AS "missedDays",
        n.unknown_days AS "unknownDays",
        (SELECT count(*)::int FROM complication f WHERE f.case_id = n.case_id AND ${standing}) AS complications
      FROM (SELECT o.* ${from} ORDER BY o.operated_on DESC, o.case_id LIMIT ${place(most)} OFFSET ${place(skip)}) AS n
      JOIN distraction_case c ON c.id = n.case_id JOIN patient p ON p.id = c.patient_id
      JOIN person surgeon ON surgeon.id = c.surgeon_id
      ORDER BY n.operated_on DESC, n.case_id`,
    values,
  });
  return rows;
}
