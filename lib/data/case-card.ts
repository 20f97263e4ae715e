import 'server-only';
import type { Day } from '#lib/domain/units.ts';
import { pool } from './pool.ts';
import { epochDay } from './statement.ts';

/** What stands around the facts of a case: who the patient is, which hardware it is, who the people were. */
export type CaseCard = {
  patient: {
    id: string;
    mrn: string;
    familyName: string;
    givenName: string;
    sex: string;
    bornDay: Day;
    diagnosis: string | null;
    syndrome: string | null;
  };
  surgeonName: string;
  hardware: readonly {
    deviceId: string;
    model: string | null;
    lot: string | null;
    serial: string | null;
    arm: string | null;
    driver: string | null;
    mriStatus: string;
  }[];
  /** Names of those who wrote, co-signed or decided something in this case. */
  people: Readonly<Record<string, string>>;
};

/** What a `CaseCard` is read from, of a case `c`; `cardTables` has to be joined to it. */
export const cardColumns = `json_build_object('id', p.id, 'mrn', p.mrn, 'familyName', p.family_name, 'givenName', p.given_name,
    'sex', p.sex, 'bornDay', ${epochDay('p.born_on')}, 'diagnosis', p.diagnosis, 'syndrome', p.syndrome) AS patient,
  surgeon.name AS "surgeonName",
  (SELECT coalesce(json_agg(json_build_object('deviceId', d.id, 'model', m.maker || ' ' || m.name, 'lot', d.lot,
      'serial', d.serial, 'arm', d.arm, 'driver', d.driver, 'mriStatus', d.mri_status)), '[]')
    FROM device d LEFT JOIN device_model m ON m.id = d.model_id WHERE d.case_id = c.id) AS hardware,
  (SELECT coalesce(json_object_agg(person.id, person.name), '{}') FROM person WHERE person.id IN (
    SELECT author_id FROM protocol_version WHERE case_id = c.id
    UNION SELECT cosigner_id FROM protocol_version WHERE case_id = c.id
    UNION SELECT by_id FROM protocol_review WHERE case_id = c.id
    UNION SELECT coalesce(told_by, recorded_by) FROM protocol_notice WHERE case_id = c.id
    UNION SELECT recorded_by FROM course_event WHERE case_id = c.id
    UNION SELECT n.told_by FROM course_notice n JOIN course_event e ON e.id = n.event_id WHERE e.case_id = c.id
    UNION SELECT by_id FROM flag_decision WHERE case_id = c.id
    UNION SELECT assignee_id FROM flag_decision WHERE case_id = c.id
    UNION SELECT recorded_by FROM contact WHERE case_id = c.id)) AS people`;

export const cardTables =
  'JOIN patient p ON p.id = c.patient_id JOIN person surgeon ON surgeon.id = c.surgeon_id';

const CARD = {
  name: 'case-card',
  text: `SELECT ${cardColumns} FROM distraction_case c ${cardTables} WHERE c.id = $1 AND c.clinic_id = $2`,
};

/** The card of a case; null when the clinic has no such case. */
export async function findCaseCard({
  clinicId,
  caseId,
}: {
  clinicId: string;
  caseId: string;
}): Promise<CaseCard | null> {
  const { rows } = await pool().query<CaseCard>({ ...CARD, values: [caseId, clinicId] });
  return rows[0] ?? null;
}
