import 'server-only';
import { pool } from './pool.ts';

/** What the outcomes of a clinic can be narrowed to. */
export type OutcomeChoices = {
  surgeons: { id: string; name: string }[];
  models: { id: string; name: string }[];
  syndromes: string[];
  /** Cases whose outcome is not counted yet, as after an upgrade. */
  uncounted: number;
};

const MOST = 200;

/** The choices of a clinic, each by name. */
export async function listOutcomeChoices(clinicId: string): Promise<OutcomeChoices> {
  const { rows } = await pool().query<OutcomeChoices>({
    name: 'outcome-choices',
    text: `SELECT
      (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name) ORDER BY name, id), '[]') FROM person
        WHERE id IN (SELECT surgeon_id FROM distraction_case WHERE clinic_id = $1)) AS surgeons,
      (SELECT coalesce(json_agg(json_build_object('id', id, 'name', maker || ' ' || name) ORDER BY maker, name), '[]')
        FROM device_model WHERE clinic_id IS NULL OR clinic_id = $1) AS models,
      (SELECT coalesce(json_agg(syndrome ORDER BY syndrome), '[]') FROM (
        SELECT DISTINCT syndrome FROM patient WHERE clinic_id = $1 AND syndrome IS NOT NULL LIMIT ${MOST}) AS s) AS syndromes,
      ((SELECT count(*) FROM distraction_case WHERE clinic_id = $1)
        - (SELECT count(*) FROM case_outcome WHERE clinic_id = $1))::int AS uncounted`,
    values: [clinicId],
  });
  return rows[0] ?? { surgeons: [], models: [], syndromes: [], uncounted: 0 };
}
