import 'server-only';
import type { Caregiver } from '#lib/domain/patient/caregiver.ts';
import type { Instant } from '#lib/domain/units.ts';
import { list } from './json-list.ts';
import { epochMs, insertInto, type Queryable, type Statement, timestamp } from './statement.ts';

/** SQL for what is judged of the caregivers of the patient of the case `c`. */
export const caregiverList = list(
  {
    id: 'g.id',
    name: 'g.name',
    relation: 'g.relation',
    language: 'g.language',
    trainings: list(
      { version: 't.version', taughtAt: epochMs('t.taught_at'), recordedAt: epochMs('t.recorded_at') },
      'caregiver_training t WHERE t.caregiver_id = g.id',
    ),
    recordedAt: epochMs('g.created_at'),
  },
  'caregiver g WHERE g.patient_id = c.patient_id',
);

/** The caregivers of a patient of a clinic, in the order in which they were added. */
export async function listCaregivers(
  db: Queryable,
  { clinicId, patientId }: { clinicId: string; patientId: string },
): Promise<Caregiver[]> {
  const { rows } = await db.query<Caregiver>({
    name: 'list-caregivers',
    text: `SELECT id, name, relation, language, phone, best_time AS "bestTime", taught_by_id AS "taughtById",
        ${epochMs('taught_at')}::float8 AS "taughtAt", teach_back_seen AS "teachBackSeen",
        tool_handed_over AS "toolHandedOver", version
      FROM caregiver WHERE patient_id = $1 AND clinic_id = $2 ORDER BY created_at, id`,
    values: [patientId, clinicId],
  });
  return rows;
}

const columnsOf = (caregiver: Caregiver) => ({
  name: caregiver.name,
  relation: caregiver.relation,
  language: caregiver.language,
  phone: caregiver.phone,
  best_time: caregiver.bestTime,
  taught_by_id: caregiver.taughtById,
  taught_at: timestamp(caregiver.taughtAt),
  teach_back_seen: caregiver.teachBackSeen,
  tool_handed_over: caregiver.toolHandedOver,
  version: caregiver.version,
});

/** Adds a caregiver to a patient. */
export function insertCaregiver(
  { clinicId, patientId }: { clinicId: string; patientId: string },
  caregiver: Caregiver,
  now: Instant,
): Statement {
  return insertInto('caregiver', [
    {
      id: caregiver.id,
      clinic_id: clinicId,
      patient_id: patientId,
      ...columnsOf(caregiver),
      created_at: timestamp(now),
    },
  ]);
}

/** Says with a new version of a caregiver, the first or a later one, when they were taught. */
export function insertTraining({ id, version, taughtAt }: Caregiver, now: Instant): Statement {
  return insertInto('caregiver_training', [
    { caregiver_id: id, version, taught_at: timestamp(taughtAt), recorded_at: timestamp(now) },
  ]);
}

/** Writes a changed caregiver over the one on record, whose version is one less. */
export function updateCaregiverRow(caregiver: Caregiver): Statement {
  const columns = columnsOf(caregiver);
  const changes = Object.keys(columns).map((column, index) => `${column} = $${index + 2}`);
  return {
    name: 'update-caregiver',
    text: `UPDATE caregiver SET ${changes.join(', ')} WHERE id = $1`,
    values: [caregiver.id, ...Object.values(columns)],
  };
}
