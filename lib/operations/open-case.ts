import 'server-only';
import { findReceipt, insertAudit, lockWrite, writeKey } from '#lib/data/audit.ts';
import { insertCaregiver, insertTraining } from '#lib/data/caregivers.ts';
import { putOutcome } from '#lib/data/case-outcomes.ts';
import { findLatestCase, insertCase, listOpenCases } from '#lib/data/cases.ts';
import { worksInClinic } from '#lib/data/clinic-staff.ts';
import { brokenConstraint, UNKNOWN_ZONE } from '#lib/data/constraint.ts';
import { findPatient, findPatientByMrn, insertPatient } from '#lib/data/patients.ts';
import { pool } from '#lib/data/pool.ts';
import { putStanding, reassessOthers } from '#lib/data/standing.ts';
import type { Queryable } from '#lib/data/statement.ts';
import { inTransaction } from '#lib/data/transaction.ts';
import type { Actor } from '#lib/domain/access/actor.ts';
import { can } from '#lib/domain/access/can.ts';
import { dayOf } from '#lib/domain/case-day.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { outcomeOf } from '#lib/domain/outcome/case-outcome.ts';
import { NO_REMOVAL } from '#lib/domain/removal/no-removal.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { OpenCaseInput } from '#lib/schemas/case.ts';
import { type CaregiverRefusal, checkCaregiver } from './save-caregiver.ts';
import { standingOf } from './standing-of.ts';

export type OpenCaseReason =
  | { kind: 'not-allowed' }
  | { kind: 'id-reused' }
  | { kind: 'surgeon-unknown'; field: 'surgeonId' }
  | { kind: 'zone-unknown'; field: 'zone' }
  | { kind: 'patient-unknown'; field: 'patient' }
  | { kind: 'born-in-the-future'; field: 'bornDay' }
  /** The clinic has a patient with this number: open the case for that one, or one of his open cases. */
  | {
      kind: 'mrn-taken';
      field: 'mrn';
      patientId: string;
      openCaseIds: readonly string[];
      latestCaseId: string | null;
    }
  | CaregiverRefusal;

type Opened = { caseId: string; patientId: string };

/** Opens a case for a new patient or one on record, with a caregiver if one is given: all of it or nothing. */
export async function openCase({
  actor,
  input,
  now,
}: {
  actor: Actor;
  input: OpenCaseInput;
  now: Instant;
}): Promise<Result<Opened, OpenCaseReason>> {
  const { clinicId, personId } = actor;
  if (!can(actor, 'case.open', { clinicId })) return refused({ kind: 'not-allowed' });
  const { caseId, patient, zone, site, surgeonId } = input;
  const write = writeKey(caseId, input);
  const facts: CaseFacts = { caseId, zone, site, ...NO_FACTS };
  try {
    return await inTransaction<Opened, OpenCaseReason>(async (tx) => {
      const [, receipt] = await Promise.all([tx.query(lockWrite(write)), findReceipt(tx, clinicId, write)]);
      if (receipt.kind === 'same') return ok(receipt.result as Opened);
      if (receipt.kind === 'other') return refused({ kind: 'id-reused' });
      const refusal = await refusalOf(tx, clinicId, input, now);
      if (refusal) return refused(refusal);
      const caregiver =
        input.caregiver && (await checkCaregiver(tx, clinicId, zone, withoutId(input.caregiver), now));
      if (caregiver && !caregiver.ok) return caregiver;
      const of = { caseId, clinicId, patientId: patient.id };
      const value = { caseId, patientId: patient.id };
      await tx.commit([
        ...(patient.kind === 'new'
          ? [insertPatient(clinicId, { ...withoutKind(patient), version: 1 }, now)]
          : []),
        insertCase(of, { surgeonId, site, zone }, now),
        ...(input.caregiver && caregiver?.ok
          ? [
              insertCaregiver(of, { id: input.caregiver.id, ...caregiver.value, version: 1 }, now),
              insertTraining({ id: input.caregiver.id, ...caregiver.value, version: 1 }, now),
              reassessOthers(of, now),
            ]
          : []),
        insertAudit({
          event: 'case.opened',
          at: now,
          clinicId,
          actorId: personId,
          caseId,
          patientId: patient.id,
          detail: {
            id: patient.id,
            site,
            zone,
            surgeonId,
            newPatient: patient.kind === 'new',
            result: value,
          },
          write,
        }),
        putStanding({ caseId, clinicId, surgeonId }, standingOf(facts, now)),
        putOutcome({ caseId, clinicId }, outcomeOf(facts)),
      ]);
      return ok(value);
    });
  } catch (error) {
    const constraint = brokenConstraint(error);
    if (constraint === 'patient_clinic_id_mrn_key') {
      const taken = await mrnTaken(pool(), clinicId, input);
      if (taken) return refused(taken);
    }
    if (constraint === UNKNOWN_ZONE) return refused({ kind: 'zone-unknown', field: 'zone' });
    if (constraint?.endsWith('_pkey') || constraint === 'audit_event_write_id_key')
      return refused({ kind: 'id-reused' });
    throw error;
  }
}

const NO_FACTS = {
  operations: [],
  devices: [],
  versions: [],
  proposals: [],
  events: [],
  reports: [],
  measurements: [],
  deviceEvents: [],
  recalls: [],
  complications: [],
  contacts: [],
  caregivers: [],
  decisions: [],
  removal: NO_REMOVAL,
};

async function refusalOf(
  db: Queryable,
  clinicId: string,
  input: OpenCaseInput,
  now: Instant,
): Promise<OpenCaseReason | null> {
  const { patient, surgeonId, zone } = input;
  if (!(await worksInClinic(db, clinicId, surgeonId, 'surgeon')))
    return { kind: 'surgeon-unknown', field: 'surgeonId' };
  if (patient.kind === 'existing') {
    const found = await findPatient(db, { clinicId, patientId: patient.id });
    return found ? null : { kind: 'patient-unknown', field: 'patient' };
  }
  if (patient.bornDay > dayOf(zone, now)) return { kind: 'born-in-the-future', field: 'bornDay' };
  return mrnTaken(db, clinicId, input);
}

async function mrnTaken(
  db: Queryable,
  clinicId: string,
  { patient }: OpenCaseInput,
): Promise<OpenCaseReason | null> {
  const found = patient.kind === 'new' ? await findPatientByMrn(db, clinicId, patient.mrn) : null;
  if (!found) return null;
  const of = { clinicId, patientId: found.id };
  const [openCaseIds, latestCaseId] = await Promise.all([listOpenCases(db, of), findLatestCase(db, of)]);
  return { kind: 'mrn-taken', field: 'mrn', patientId: found.id, openCaseIds, latestCaseId };
}

function withoutId<Thing extends { id: string }>({ id: _, ...rest }: Thing): Omit<Thing, 'id'> {
  return rest;
}

function withoutKind<Thing extends { kind: string }>({ kind: _, ...rest }: Thing): Omit<Thing, 'kind'> {
  return rest;
}
