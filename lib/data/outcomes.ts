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

/** The counted cases; only the filters that are set stand in the statement. */
function counted(scope: OutcomeScope) {
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
  const ofPatient = age || syndrome ? 'JOIN patient p ON p.id = c.patient_id' : '';
  const from = `FROM case_outcome o JOIN distraction_case c ON c.id = o.case_id ${ofPatient}
    WHERE ${wanted.join(' AND ')}`;
  return { from, values, place, name: set.join('-') };
}

const distribution = (value: string, where: string) =>
  `(SELECT coalesce(json_agg(json_build_object('value', value, 'count', count)), '[]')
    FROM (SELECT ${value} AS value, count(*)::int AS count FROM found WHERE ${where} GROUP BY 1) AS counted)`;

function figuresStatement(scope: OutcomeScope): Statement {
  const { from, values, place, name } = counted(scope);
  const today = place(date(scope.today));
  return {
    name: `outcome-figures-${name}`,
    text: `WITH found AS MATERIALIZED (SELECT o.*, coalesce(c.closed_at::date, ${today}::date) AS watched_until ${from})
      SELECT count(*)::int AS cases, count(ended_on)::int AS ended,
        json_build_object('due', coalesce(sum(slots_due), 0), 'done', coalesce(sum(slots_done), 0),
          'unknown', coalesce(sum(slots_unknown), 0)) AS slots,
        json_build_object('held', coalesce(sum(held_days), 0), 'missed', coalesce(sum(missed_days), 0),
          'unknown', coalesce(sum(unknown_days), 0)) AS days,
        ${distribution('achieved_um - planned_um', 'planned_um IS NOT NULL')} AS "differenceUm",
        ${distribution('measured_um - planned_um', 'measured_um IS NOT NULL AND planned_um IS NOT NULL')} AS "measuredDifferenceUm",
        ${distribution('(slots_done * 1000 + slots_due / 2) / slots_due', 'slots_due > 0')} AS "adherencePermille",
        ${distribution('held_days + missed_days', 'ended_on IS NOT NULL')} AS "lostDays",
        (SELECT coalesce(json_agg(json_build_object('days', days, 'removed', removed, 'inPlace', in_place)), '[]') FROM (
          SELECT greatest(0, coalesce(removed_on, watched_until) - operated_on) AS days, count(removed_on)::int AS removed,
            (count(*) - count(removed_on))::int AS in_place FROM found GROUP BY 1) AS w) AS watched
      FROM found`,
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

/** Some of the counted cases, the latest operation first, after so many others. */
export async function listOutcomeCases(
  scope: OutcomeScope,
  { skip, most }: { skip: number; most: number },
): Promise<OutcomeCase[]> {
  const { from, values, place, name } = counted(scope);
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
